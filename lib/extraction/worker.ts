// The thread of lib/extraction/reading-thread.ts. Everything it loads is imported by relative paths that end in .ts: Node
// strips the types itself, and knows nothing of "@/".
import { parentPort } from "node:worker_threads";
import { readPage } from "./read-page.ts";

parentPort?.on("message", async (page) => {
  parentPort?.postMessage(await readPage(page));
});
