// A job worker that goes to the web of the measurement: every name leads to the port it is given.
import { db } from "@/lib/db";
import { Politeness } from "@/lib/fetch/politeness";
import { testDoor } from "@/lib/fetch/test-web";
import { work } from "@/lib/jobs/worker";
import { newVisits } from "@/lib/sources/check";

const port = Number(process.argv[2]);
const door = testDoor([{ port, connections: () => 0, open: () => 0, stop: async () => undefined }]);
const working = await work(
  process.env.DATABASE_URL ?? "",
  newVisits(door, new Politeness({ atOnce: 1, gapMs: 30 })),
);
process.on("SIGTERM", () => void working.stop());
await working.ended;
await db().$disconnect();
process.exit();
