import { db } from "@/lib/db";
import { buildPreview } from "@/lib/editions/build";
import { type Edition, edition as editionSchema } from "@/lib/editions/schema";
import { AppError } from "@/lib/errors";
import { type Actor, authorize } from "@/lib/policy";

/** What publishing the issue now would give readers. Throws AppError "not-found". */
export async function previewEdition(actor: Actor, issueId: string): Promise<Edition> {
  authorize(actor, "issue.read");
  return buildPreview(db(), issueId);
}

/**
 * The issue of this address as an Edition: the latest published one, or the draft as it would be published.
 * `from` "draft" asks for the draft even where an edition exists. Throws AppError "not-found".
 */
export async function exportEdition(
  actor: Actor,
  slug: string,
  from: "latest" | "draft" = "latest",
): Promise<Edition> {
  authorize(actor, "issue.read");
  const issue = await db().issue.findFirst({
    where: { slug, trashedAt: null },
    include: { editions: { orderBy: { number: "desc" }, take: 1 } },
  });
  if (issue === null) throw new AppError("not-found", `There is no issue with the address “${slug}”.`);
  const [latest] = issue.editions;
  if (latest && from === "latest") return editionSchema.parse(latest.document);
  return previewEdition(actor, issue.id);
}
