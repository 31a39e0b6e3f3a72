import type { Db } from "@/lib/db";
import { reverifyClaim } from "@/lib/evidence/reverify";
import type { RichText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";

/** A row that a mark in the story's text points at. */
interface Anchored {
  id: string;
  text: string;
  anchored: boolean;
}

function drifted(rows: Anchored[], marked: Map<string, string>): Anchored[] {
  return rows.flatMap((row) => {
    const text = marked.get(row.id);
    // A claim whose mark is gone keeps its last text, so that an editor can find and recover it.
    const now = { id: row.id, text: text ?? row.text, anchored: text !== undefined };
    return now.text === row.text && now.anchored === row.anchored ? [] : [now];
  });
}

/**
 * After a story's words changed: claims and analyses mirror the text under their marks; those whose mark is gone are
 * unanchored, never deleted and never attached to similar text (provenance.md, Data model). What a quotation's evidence says
 * of its words is verified again where they changed. Answers whether any claim or analysis is another than before.
 */
export async function mirrorMarks(tx: Db, storyId: string, documents: RichText[]): Promise<boolean> {
  const claims = await tx.claim.findMany({ where: { storyId } });
  const changed = drifted(claims, markedTexts("claim", ...documents));
  for (const { id, ...data } of changed) {
    const now = await tx.claim.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
    const was = claims.find((claim) => claim.id === id);
    if (now.attribution === "quoted" && now.text !== was?.text) await reverifyClaim(tx, now);
  }
  const analyses = await tx.analysis.findMany({ where: { storyId, scope: "span" } });
  const spans = drifted(analyses, markedTexts("analysis", ...documents));
  for (const { id, ...data } of spans) {
    await tx.analysis.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
  }
  return changed.length > 0 || spans.length > 0;
}
