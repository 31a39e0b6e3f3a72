import { dayOf } from "@/lib/dates";
import { listOpenForecasts } from "@/lib/forecasts/queries";
import type { ForecastLine } from "@/lib/forecasts/schema";
import { COMMAND_LINE } from "@/lib/policy";
import type { Output } from "@/scripts/digest/output";

function sentence({ due, kind, speaker, text, issueNumber }: ForecastLine): string {
  const who = speaker ? ` by ${speaker}` : "";
  return `${due ?? "no day named"}  ${kind}${who}, issue ${issueNumber}: ${text}`;
}

/** `digest forecasts`: what was foretold or promised and is not settled yet, by the day it falls due, a line each. `today` is an ISO date, UTC. */
export async function printForecasts(
  onlyDue: boolean,
  output: Output,
  today = dayOf(new Date()),
): Promise<void> {
  const { due, soon, later } = await listOpenForecasts(COMMAND_LINE, today);
  const lines = onlyDue ? due : [...due, ...soon, ...later];
  for (const line of lines) {
    const { id, kind, speaker, text, criteria, probability, issueNumber, address, takenUpBy } = line;
    const told = { id, kind, speaker, text, due: line.due, criteria, probability, issueNumber, address };
    output.say({ ...told, takenUpBy: takenUpBy?.id ?? null }, sentence(line));
  }
  if (lines.length === 0) output.note(onlyDue ? "Nothing is due." : "Nothing is open.");
}
