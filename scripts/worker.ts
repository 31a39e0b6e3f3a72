// The process beside the app that works on the job queue: fetching, checking, feeds. scripts/work.ts starts it.
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { work } from "@/lib/jobs/worker";

const working = await work(env().DATABASE_URL);
let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  void working.stop().catch((error) => console.error("Jobs:", error));
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("disconnect", stop); // whoever started it is gone
process.channel?.unref();
process.send?.("ready");

try {
  await working.ended;
} catch (error) {
  if (!stopping) {
    console.error("Jobs: the worker ended.", error);
    process.exitCode = 1;
  }
} finally {
  await db().$disconnect();
}
process.exit();
