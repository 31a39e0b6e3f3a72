import type { z } from "zod";
import { raise, TAGS } from "@/lib/cache";
import { dateColumn, isoDate } from "@/lib/dates";
import { type Db, transaction } from "@/lib/db";
import { equal } from "@/lib/equal";
import { AppError } from "@/lib/errors";
import type { Source } from "@/lib/generated/prisma/client";
import type { SourceLine } from "@/lib/issues/schema";
import { type Actor, authorize, can } from "@/lib/policy";
import { askToFetch } from "@/lib/sources/ask-to-fetch";
import { canonicalUrl, withoutTracking } from "@/lib/sources/canonical-url";
import { lockCited, readLines } from "@/lib/sources/cited";
import { touchStory, typedBy } from "@/lib/sources/find";
import { sourceLine, storedCitation } from "@/lib/sources/lines";
import type { EditedSource } from "@/lib/sources/overview-schema";
import { editSourceInput } from "@/lib/sources/schema";
import { loseApproval } from "@/lib/workflow/approval";

type Changes = Omit<z.output<typeof editSourceInput>, "id" | "version">;

/** A contributor may edit a source that stories rest on, all of them their own. */
function restsOnlyOnTheirs(actor: Actor, stories: { authorId: string | null }[]): boolean {
  return stories.length > 0 && stories.every((s) => can(actor, "story.write", { ownerId: s.authorId }));
}

/** Whether the actor may edit a source that these stories cite. */
export function mayEditSource(actor: Actor, stories: { authorId: string | null }[]): boolean {
  return can(actor, "source.edit") || restsOnlyOnTheirs(actor, stories);
}

function authorizeEdit(actor: Actor, stories: { authorId: string | null }[]): void {
  if (!restsOnlyOnTheirs(actor, stories)) authorize(actor, "source.edit");
}

/** The fields that can be typed, as they stand, with the version that has them: what a conflict carries. */
function standing(source: Source): EditedSource {
  const { version, title, byline, publisher, url, description, sourceType, accessNote, language } = source;
  return {
    ...{ version, title, byline, publisher, url, description, sourceType, accessNote, language },
    publishedAt: isoDate(source.publishedAt),
  };
}

/** What is known of the page at the old address says nothing of the new one; that is looked at soon. */
const anotherAddress = () => ({
  state: "unchecked" as const,
  stateSince: null,
  movedTo: null,
  saysItIs: null,
  checkedAt: null,
  lastFailure: null,
  failuresInRow: 0,
  nextCheckAt: new Date(),
});

async function newCanonical(tx: Db, id: string, url: string | null): Promise<string | null> {
  if (url === null) return null;
  const canonical = canonicalUrl(url);
  const other = await tx.source.findFirst({ where: { canonicalUrl: canonical, id: { not: id } } });
  if (other === null) return canonical;
  throw new AppError(
    "invalid",
    `Another source has this address already: “${other.title}”. Remove this one and add that address instead.`,
  );
}

/** A corrected field is right everywhere: what single stories called it gives way. */
async function dropCitedFields(tx: Db, sourceId: string, fields: string[]): Promise<void> {
  const links = await tx.storySource.findMany({ where: { sourceId } });
  for (const { storyId, cited: stored } of links) {
    const rest = Object.entries(storedCitation(stored)).filter(([field]) => !fields.includes(field));
    await tx.storySource.update({
      where: { storyId_sourceId: { storyId, sourceId } },
      data: { cited: Object.fromEntries(rest) },
    });
    await touchStory(tx, storyId);
  }
}

/** Every story that shows the source differently now asks for approval again. */
async function loseApprovals(
  tx: Db,
  actor: Actor,
  sourceId: string,
  before: Awaited<ReturnType<typeof readLines>>,
) {
  for (const [storyId, line] of await readLines(tx, sourceId)) {
    if (!equal(line, before.get(storyId))) await loseApproval(tx, actor, storyId);
  }
}

/**
 * Corrects a source's metadata, for every story that cites it.
 * Throws AppError "conflict" with an `EditedSource`, the fields as they stand, when someone else did so meanwhile.
 */
export async function editSource(actor: Actor, input: z.input<typeof editSourceInput>): Promise<SourceLine> {
  const { id, version, ...given }: { id: string; version: number } & Changes = editSourceInput.parse(input);
  const changes = given.url ? { ...given, url: withoutTracking(given.url) } : given;
  return transaction(async (tx) => {
    await lockCited(tx, id);
    const source = await tx.source.findUnique({
      where: { id },
      include: { stories: { include: { story: { select: { authorId: true } } } } },
    });
    if (source === null) throw new AppError("not-found", "This source does not exist.");
    authorizeEdit(
      actor,
      source.stories.map((link) => link.story),
    );
    if (source.version !== version) {
      const message = "Someone else changed this source meanwhile; look again.";
      throw new AppError("conflict", message, standing(source));
    }
    const origin = { ...Object(source.metadataOrigin), ...typedBy(actor, Object.keys(changes)) };
    const isMoved = changes.url !== undefined && changes.url !== source.url;
    const canonical =
      changes.url === undefined ? {} : { canonicalUrl: await newCanonical(tx, id, changes.url) };
    const before = await readLines(tx, id);
    const saved = await tx.source.update({
      where: { id },
      data: {
        ...changes,
        ...(changes.publishedAt === undefined ? {} : { publishedAt: dateColumn(changes.publishedAt) }),
        ...canonical,
        ...(isMoved ? anotherAddress() : {}),
        metadataOrigin: origin,
        version: version + 1,
      },
    });
    if (isMoved && saved.url !== null) await askToFetch(tx, { id, url: saved.url });
    await dropCitedFields(tx, id, Object.keys(changes));
    await loseApprovals(tx, actor, id, before);
    // What settles forecasts names its source, and is read anew (lib/ledger/read.ts); so is what became of an address.
    await raise(tx, [TAGS.sources, TAGS.outcomes]);
    return sourceLine({ storyId: "", sourceId: id, position: 1, cited: {}, source: saved });
  });
}
