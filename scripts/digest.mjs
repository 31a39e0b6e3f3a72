import { handOver } from "./bootstrap.mjs";

handOver("run-digest.ts");
