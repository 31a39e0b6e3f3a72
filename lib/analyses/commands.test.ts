import { describe, expect, it } from "vitest";
import { markAnalysis, setAnalysis, setPremises } from "@/lib/analyses/commands";
import { listStoryAnalyses } from "@/lib/analyses/queries";
import { markClaim } from "@/lib/claims/commands";
import { db } from "@/lib/db";
import { story, write } from "@/lib/evidence/test-story";
import type { Actor } from "@/lib/policy";
import { analysisMark, claimMark, doc, p } from "@/lib/rich-text/test-words";
import { refusal } from "@/lib/workflow/test-people";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const INFERENCE = "So the fee will rise";

/** A story that holds a fact, a second one, and an inference from them; each with its row. */
async function inferring(actor: Actor, storyId: string) {
  const [fact, other, id] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const words = p(claimMark(fact, "It rains"), ". ", claimMark(other, "It pours"), ". ");
  await write(actor, storyId, doc(words, p(analysisMark(id, INFERENCE))));
  await markClaim(actor, { id: other, storyId, kind: "fact", text: "" });
  await markClaim(actor, { id: fact, storyId, kind: "fact", text: "" });
  return { fact, other, analysis: await markAnalysis(actor, { id, storyId, text: INFERENCE }) };
}

describe("an analysis", () => {
  it("is its words in the text, is gone with them and comes back", async () => {
    const { author, storyId } = await story();
    const { analysis } = await inferring(author, storyId);
    expect(analysis).toMatchObject({ anchored: true, text: INFERENCE, author: author.name, scope: "span" });
    await write(author, storyId, doc(p(INFERENCE)));
    expect(await listStoryAnalyses(author, storyId)).toMatchObject([{ anchored: false, text: INFERENCE }]);
    await write(author, storyId, doc(p(analysisMark(analysis.id, "It will fall"))));
    expect(await listStoryAnalyses(author, storyId)).toMatchObject([
      { anchored: true, text: "It will fall" },
    ]);
  });

  it("rests on claims of its issue, told in the order of the text", async () => {
    const { author, editor, storyId } = await story();
    const { analysis, fact, other } = await inferring(author, storyId);
    const { id, version } = analysis;
    const resting = await setPremises(author, { id, version, claimIds: [other, fact, other] });
    expect(resting.premises.map(({ claimId }) => claimId)).toEqual([fact, other]);
    const late = await refusal(setPremises(editor, { id, version, claimIds: [] }));
    expect(late).toMatchObject({ code: "conflict", details: { version: version + 1 } });
    const elsewhere = await story();
    const foreign = await inferring(elsewhere.author, elsewhere.storyId);
    const mixed = setPremises(author, { id, version: resting.version, claimIds: [fact, foreign.fact] });
    expect((await refusal(mixed)).code).toBe("invalid");
    const less = await setPremises(author, { id, version: resting.version, claimIds: [other] });
    expect(less.premises).toMatchObject([{ claimId: other, text: "It pours", status: "unverified" }]);
  });

  it("of the whole box is made once, whoever asks first", async () => {
    const { author, editor, storyId } = await story();
    const asked = { storyId, scope: "whyItMatters", text: "It matters." } as const;
    const first = await markAnalysis(author, { ...asked, id: crypto.randomUUID() });
    const second = await markAnalysis(editor, { ...asked, id: crypto.randomUUID() });
    expect(second).toEqual(first);
    const { id, version } = first;
    expect(await setAnalysis(editor, { id, version, counterargument: " It may not. " })).toMatchObject({
      counterargument: "It may not.",
      anchored: true,
    });
  });

  it("is for who may write the story; what readers would see takes its approval back", async () => {
    const { author, editor, storyId } = await story();
    const { analysis } = await inferring(author, storyId);
    const { id, version } = analysis;
    const stranger = await story();
    const foreign = setAnalysis(stranger.author, { id, version, counterargument: "No." });
    expect((await refusal(foreign)).code).toBe("forbidden");
    const approved = { workflowState: "approved", approvedById: editor.id, approvedAt: new Date() } as const;
    await db().story.update({ where: { id: storyId }, data: approved });
    await setAnalysis(author, { id, version, counterargument: "The fee was halved." });
    expect(await db().story.findUniqueOrThrow({ where: { id: storyId } })).toMatchObject({
      workflowState: "inReview",
    });
  });
});
