// The command line on the app's database; run-digest.ts opens it. Standard output is for results alone.
import { Command } from "commander";
import project from "../package.json" with { type: "json" };

const program = new Command("digest").description(project.description).version(project.version);
await program.parseAsync();
