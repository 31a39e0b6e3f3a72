// The commands of `npm run digest` that need no database, run without one.
import { Command, CommanderError } from "commander";
import { sentenceFor } from "@/scripts/digest/output";
import { quoteCommand } from "@/scripts/digest/quote";
import { suggestCommand } from "@/scripts/digest/suggest";

const COMMANDS = [quoteCommand, suggestCommand];

const digest = new Command("digest").exitOverride();
digest.configureOutput({ outputError: () => undefined });
for (const command of COMMANDS) digest.addCommand(command().copyInheritedSettings(digest));
// Whoever reads the answers may have seen enough.
process.stdout.on("error", () => process.exit(1));
try {
  await digest.parseAsync();
} catch (error) {
  // Commander throws for --help too, after printing it.
  const isDone = error instanceof CommanderError && error.exitCode === 0;
  if (!isDone) {
    process.stderr.write(`${error instanceof CommanderError ? error.message : sentenceFor(error)}\n`);
    process.exitCode = 1;
  }
}
