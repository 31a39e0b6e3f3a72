// npm run build: the production build alone, for images and other places without a database.
import { buildApp, DIST } from "./app-build.ts";
import { printFailure } from "./failure.ts";
import { prepareLeaving } from "./leaving.ts";
import { generateClient } from "./prisma.ts";
import { stepsOn } from "./steps.ts";

const { leave } = prepareLeaving();
const step = stepsOn(process.stdout);
try {
  await step("Database client", generateClient, (made) => (made ? "made" : "up to date"));
  await step(
    "Building",
    () => buildApp(DIST),
    () => `built in ${DIST}`,
  );
  await leave(0);
} catch (error) {
  printFailure(error);
  await leave(1);
}
