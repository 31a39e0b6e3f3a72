import { localMoment } from "@/components/desk/dates";
import type { RevisionLine, RevisionReason, RevisionTarget } from "@/lib/revisions/schema";

const REASONS: Record<RevisionReason, string> = {
  autosave: "Written",
  import: "Imported",
  review: "Sent to review",
  publish: "Published",
  restore: "Brought back",
  named: "Named",
};

/** What a version is called: by its own name ("Approved"), or why it was kept and what that is about. */
export function titleOfRevision({ reason, name }: RevisionLine): string {
  if (name === null) return REASONS[reason];
  return reason === "named" || reason === "review" ? name : `${REASONS[reason]}: ${name}`;
}

/** Who wrote it. Nobody signed in wrote what the command line or the system did. */
export function writerOf({ author }: RevisionLine): string {
  return author ?? "command line";
}

/** The zone that times are told in: null where the reader is, which only the browser knows. */
type Zone = "UTC" | null;

function told(iso: string, options: Intl.DateTimeFormatOptions, zone: Zone): string {
  return new Date(iso).toLocaleString("en-GB", { ...options, ...(zone && { timeZone: zone }) });
}

/** "Tuesday, 17 March 2026" */
export function dayOf(iso: string, zone: Zone): string {
  return told(iso, { weekday: "long", day: "numeric", month: "long", year: "numeric" }, zone);
}

/** "14:05" */
export function timeOf(iso: string, zone: Zone): string {
  return told(iso, { hour: "2-digit", minute: "2-digit" }, zone);
}

/** "17 Mar, 14:05" */
export function momentOf(iso: string, zone: Zone): string {
  if (zone === null) return localMoment(iso);
  return told(iso, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }, zone);
}

/** The versions by the day they are of, in their order. */
export function byDay(lines: RevisionLine[], zone: Zone): { day: string; lines: RevisionLine[] }[] {
  const days: { day: string; lines: RevisionLine[] }[] = [];
  for (const line of lines) {
    const day = dayOf(line.at, zone);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

/** Where the versions of a story or an issue are looked at; with a version, that one against another or the one before. */
export function historyAddress(target: RevisionTarget, version?: string, base?: string): string {
  const of = "storyId" in target ? `stories/${target.storyId}` : `issues/${target.issueId}`;
  const chosen = new URLSearchParams();
  if (version !== undefined) chosen.set("version", version);
  if (base !== undefined) chosen.set("with", base);
  return `/desk/${of}/history${chosen.size > 0 ? `?${chosen}` : ""}`;
}
