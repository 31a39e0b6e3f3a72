import { handOver } from "./bootstrap.mjs";

handOver("build.ts");
