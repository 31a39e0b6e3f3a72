// The thread that lib/extraction/extract.ts starts for one page. Everything it loads is imported by relative paths
// that end in .ts: Node strips the types itself, and knows nothing of "@/".
import { parentPort, workerData } from "node:worker_threads";
import { readPage } from "./read-page.ts";

parentPort?.postMessage(await readPage(workerData));
