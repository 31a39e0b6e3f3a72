import { Command, CommanderError, Option } from "commander";
import { inviteContributor } from "@/lib/contributors/commands";
import { db } from "@/lib/db";
import { exportEdition } from "@/lib/editions/queries";
import { editionToMarkdown } from "@/lib/exporters/markdown";
import { COMMAND_LINE, ROLES, type Role } from "@/lib/policy";
import packageJson from "@/package.json" with { type: "json" };
import { claims } from "@/scripts/digest/claims";
import { printForecasts } from "@/scripts/digest/forecasts";
import { importFiles } from "@/scripts/digest/import";
import { type Output, processOutput, sentenceFor } from "@/scripts/digest/output";
import { check, publish } from "@/scripts/digest/publish";
import { quoteCommand } from "@/scripts/digest/quote";
import { addSource, checkSources, showSource } from "@/scripts/digest/source";
import { suggestCommand } from "@/scripts/digest/suggest";

async function exportIssue(
  slug: string,
  format: "md" | "json",
  draft: boolean,
  output: Output,
): Promise<void> {
  const edition = await exportEdition(COMMAND_LINE, slug, draft ? "draft" : "latest");
  const published = await db().edition.count({ where: { hash: edition.hash } });
  if (published === 0) output.note("This is the draft, as publishing now would make it.");
  if (format === "md" && output.json) output.say({ slug, markdown: editionToMarkdown(edition) }, "");
  else if (format === "md") process.stdout.write(editionToMarkdown(edition));
  else output.say(edition, JSON.stringify(edition, null, 2));
}

async function addUser(email: string, name: string, role: Role, output: Output): Promise<void> {
  const { contributorId, link } = await inviteContributor(COMMAND_LINE, { email, name, role });
  const sentence = `${name} is now ${role}. This link signs in once, within a week:\n${link}`;
  output.say({ contributorId, email, name, role, link }, sentence);
}

function program(): Command {
  const digest = new Command("digest").version(packageJson.version).exitOverride();
  // The failure's sentence is printed once, below; commander's own copy and its usage text would be a second one.
  digest.configureOutput({ outputError: () => undefined });
  digest.description("Plumbline from the command line, on the same database as the desk.");
  const json = () => new Option("--json", "one JSON object per line on standard output");
  digest
    .command("import <files...>")
    .description("make each file (text or Markdown) a draft issue")
    .addOption(json())
    .action((files: string[], options) => importFiles(files, processOutput(Boolean(options.json))));
  digest
    .command("export <slug>")
    .description("print an issue: its latest edition, or the draft where there is none")
    .addOption(new Option("--format <format>", "md or json").choices(["md", "json"]).makeOptionMandatory())
    .option("--draft", "the draft, even where an edition exists", false)
    .addOption(json())
    .action((slug: string, options) =>
      exportIssue(slug, options.format, options.draft, processOutput(Boolean(options.json))),
    );
  digest
    .command("publish <slug>")
    .description("publish an issue as it stands, unless preflight blocks it")
    .option("--override <reason>", "publish over what blocks it; the reason is kept with the edition")
    .addOption(json())
    .action((slug: string, options) =>
      publish(slug, options.override ?? null, processOutput(Boolean(options.json))),
    );
  digest
    .command("check <slug>")
    .description("print what stands between an issue and its readers; fails when something blocks")
    .addOption(json())
    .action(async (slug: string, options) => {
      if (!(await check(slug, processOutput(Boolean(options.json))))) process.exitCode = 1;
    });
  digest
    .command("user")
    .description("people who work on the desk")
    .command("add <email>")
    .description("add someone and print a one-time sign-in link")
    .requiredOption("--name <name>", "as readers and colleagues see it")
    .addOption(new Option("--role <role>", "what they may do").choices([...ROLES]).makeOptionMandatory())
    .addOption(json())
    .action((email: string, options) =>
      addUser(email, options.name, options.role, processOutput(Boolean(options.json))),
    );
  digest
    .command("claims [slug]")
    .description("print the claims of an issue's draft, or without one all that were ever published")
    .option(
      "--where <query>",
      "which, and in what order, as in the desk's address: kind=forecast&sort=due",
      "",
    )
    .addOption(new Option("--csv", "as CSV").conflicts("json"))
    .addOption(json())
    .action((slug: string | undefined, { where, csv, json }) =>
      claims({ slug: slug ?? null, query: where, csv: Boolean(csv) }, processOutput(Boolean(json))),
    );
  addSourceCommands(digest, json);
  digest
    .command("forecasts")
    .description("print published forecasts and commitments that nobody has settled")
    .option("--due", "only those whose day has come", false)
    .addOption(json())
    .action((options) => printForecasts(options.due, processOutput(Boolean(options.json))));
  digest.addCommand(quoteCommand());
  digest.addCommand(suggestCommand());
  return digest;
}

function addSourceCommands(digest: Command, json: () => Option): void {
  const source = digest.command("source").description("what stories stand on");
  source
    .command("add <url>")
    .description("keep the page of an address: its metadata and its text")
    .addOption(json())
    .action((url: string, options) => addSource(url, processOutput(Boolean(options.json))));
  source
    .command("check")
    .description("look whether cited sources still say what they said")
    .option("--all", "those that are not due, too", false)
    .addOption(json())
    .action((options) => checkSources(options.all, processOutput(Boolean(options.json))));
  source
    .command("show <url>")
    .description("print everything known of a source")
    .addOption(json())
    .action((url: string, options) => showSource(url, processOutput(Boolean(options.json))));
}

try {
  await program().parseAsync();
} catch (error) {
  // Commander throws for --help and --version too, after printing them.
  const isDone = error instanceof CommanderError && error.exitCode === 0;
  if (!isDone) {
    process.stderr.write(`${error instanceof CommanderError ? error.message : sentenceFor(error)}\n`);
    process.exitCode = 1;
  }
} finally {
  await db().$disconnect();
}
