// `npm run digest -- quote`: the one command that reads nothing but its input, run without the database.
import { Command, CommanderError } from "commander";
import { quoteCommand } from "@/scripts/digest/quote";
import { sentenceFor } from "@/scripts/failure";

const digest = new Command("digest").exitOverride();
digest.configureOutput({ outputError: () => undefined });
digest.addCommand(quoteCommand().copyInheritedSettings(digest));
// Whoever reads the answers may have seen enough.
process.stdout.on("error", () => process.exit(1));
try {
  await digest.parseAsync();
} catch (error) {
  // Commander throws for --help too, after printing it.
  const isDone = error instanceof CommanderError && error.exitCode === 0;
  if (!isDone) {
    console.error(error instanceof CommanderError ? error.message : (sentenceFor(error) ?? error));
    process.exitCode = 1;
  }
}
