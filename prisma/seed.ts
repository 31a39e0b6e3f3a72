import { writeFileSync } from "node:fs";
import { db } from "@/lib/db";
import { type SignIn, seedDemo } from "@/prisma/demo/seed-demo";

/** Keeps the sign-ins where a later start can show them again: readable by this user alone, outside git. */
function keep(signIns: SignIn[]): void {
  const file = process.env.PLUMBLINE_DEMO_SIGN_INS;
  if (file) writeFileSync(file, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
}

function report(signIns: SignIn[]): void {
  console.log("The demo is in: two published issues, one in draft. Sign in at /desk as");
  for (const { role, email, password } of signIns) {
    console.log(`  ${role.padEnd(11)}  ${email.padEnd(23)}  ${password}`);
  }
}

async function main(): Promise<void> {
  if (process.env.PLUMBLINE_DEMO !== "1") {
    console.log("No demo was put in: that is for the embedded database only (PLUMBLINE_DEMO=1).");
    return;
  }
  const signIns = await seedDemo();
  if (signIns === null) {
    console.log("No demo was put in: the database is not empty.");
    return;
  }
  keep(signIns);
  report(signIns);
}

try {
  await main();
} catch (error) {
  console.error("The demo could not be put in.", error);
  process.exitCode = 1;
} finally {
  await db().$disconnect();
}
