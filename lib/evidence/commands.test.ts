import { describe, expect, it } from "vitest";
import { setClaim } from "@/lib/claims/commands";
import { listIssueClaims, listStoryClaims } from "@/lib/claims/queries";
import { stateOfClaim } from "@/lib/claims/state";
import { db } from "@/lib/db";
import { arrangeEvidence, attachEvidence, detachEvidence, relateEvidence } from "@/lib/evidence/commands";
import { restoreEvidence } from "@/lib/evidence/restore";
import { signNear } from "@/lib/evidence/sign";
import { attach, claimOf, PAGE, story, write } from "@/lib/evidence/test-story";
import { keepTypedSnapshot } from "@/lib/evidence/typed";
import type { Actor } from "@/lib/policy";
import { claimMark, doc, p } from "@/lib/rich-text/test-words";
import { refusal } from "@/lib/workflow/test-people";
import { makeSnapshot, makeSource, makeStory } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const NEARLY = "“The harbor will not raise the fee of its neighbours before 2027”";
const SAID = "The harbour will not raise the fee of its neighbours before 2027";

const only = async (actor: Actor, storyId: string) => {
  const [claim] = await listStoryClaims(actor, storyId);
  if (!claim) throw new Error("There is no claim.");
  return claim;
};

/** A story with a quotation that is nearly what its passage says. */
async function near() {
  const given = await story();
  const claimId = await claimOf(given.author, given.storyId, NEARLY, "quotation");
  const { id, claim } = await attach(given.author, claimId, given.snapshotId, SAID);
  return { ...given, claimId, id, claim };
}

describe("attaching", () => {
  it("keeps the passage with both selectors, and says whose text it is", async () => {
    const { author, issue, storyId, snapshotId } = await story();
    const claimId = await claimOf(author, storyId, "The berth took 14 months");
    const words = "took 14 months to build";
    const { claim } = await attach(author, claimId, snapshotId, words);
    const start = PAGE.indexOf(words);
    expect(claim.evidence).toMatchObject([
      {
        exact: words,
        prefix: PAGE.slice(start - 32, start),
        suffix: PAGE.slice(start + words.length, start + words.length + 32),
        start,
        end: start + words.length,
        matchStatus: "verified",
        origin: "fetched",
        relation: "supports",
      },
    ]);
    expect(stateOfClaim(claim)).toBe("verified");
    expect(await listIssueClaims(author, issue.id)).toEqual([claim]);
    const row = await db().evidence.findFirstOrThrow({ where: { claimId } });
    expect(row.addedById).toBe(author.id);
  });

  it("says on which page of a PDF it is", async () => {
    const { author, storyId, sourceId } = await story();
    const claimId = await claimOf(author, storyId, "A fact");
    const text = "On the first page.\nOn the second page.";
    const pages = [
      { number: 1, start: 0, end: 19 },
      { number: 2, start: 19, end: text.length },
    ];
    const { id } = await makeSnapshot(db(), { sourceId, text, pages });
    const { claim } = await attach(author, claimId, id, "second page", text);
    expect(claim.evidence[0]?.page).toBe(2);
  });

  it("refuses others' stories, sources that are not the story's, and places without words", async () => {
    const { author, storyId, snapshotId } = await story();
    const claimId = await claimOf(author, storyId, "A fact");
    const stranger = (await story()).author;
    const passage = { claimId, snapshotId, start: 0, end: 5 };
    expect((await refusal(attachEvidence(stranger, passage))).code).toBe("forbidden");
    const other = await makeSnapshot(db(), { sourceId: (await makeSource(db())).id, text: PAGE });
    const foreign = await refusal(attachEvidence(author, { ...passage, snapshotId: other.id }));
    expect(foreign.message).toContain("no source of the story");
    const gap = PAGE.indexOf("\n\n");
    expect((await refusal(attachEvidence(author, { ...passage, start: gap, end: gap + 2 }))).code).toBe(
      "invalid",
    );
    const beyond = { ...passage, start: PAGE.length - 1, end: PAGE.length + 1 };
    expect((await refusal(attachEvidence(author, beyond))).code).toBe("invalid");
  });

  it("takes an approval back, since readers would see the passage", async () => {
    const { author, editor, storyId, snapshotId } = await story();
    const claimId = await claimOf(author, storyId, "A fact");
    const approve = () =>
      db().story.update({
        where: { id: storyId },
        data: { workflowState: "approved", approvedById: editor.id, approvedAt: new Date() },
      });
    const state = async () => (await db().story.findUniqueOrThrow({ where: { id: storyId } })).workflowState;
    await approve();
    const { id } = await attach(author, claimId, snapshotId, "second berth");
    expect(await state()).toBe("inReview");
    await approve();
    await relateEvidence(author, { id, relation: "context" });
    expect(await state()).toBe("inReview");
    await approve();
    await detachEvidence(author, { id });
    expect(await state()).toBe("inReview");
  });

  it("takes words that somebody typed for evidence and not for verified", async () => {
    const { author, storyId, sourceId } = await story();
    const claimId = await claimOf(author, storyId, "A fact");
    const typed = await keepTypedSnapshot(author, {
      storyId,
      sourceId,
      text: " Behind a wall: it costs 4 crowns. ",
    });
    const again = await keepTypedSnapshot(author, {
      storyId,
      sourceId,
      text: "Behind a wall: it costs 4 crowns.",
    });
    expect(again).toEqual(typed);
    const { claim } = await attachEvidence(author, { claimId, snapshotId: typed.id, start: 0, end: 33 });
    expect(stateOfClaim(claim)).toBe("evidence");
    const elsewhere = await makeStory(db(), { authorId: author.id });
    const refused = keepTypedSnapshot(author, { storyId: elsewhere.id, sourceId, text: "So" });
    expect((await refusal(refused)).code).toBe("invalid");
  });
});

describe("signing", () => {
  it("is an editor's, by name, and ends with the difference that was signed", async () => {
    const { author, editor, storyId, claimId, id, claim } = await near();
    expect(stateOfClaim(claim)).toBe("nearToSign");
    const asked = { id, claimVersion: claim.version };
    expect((await refusal(signNear(author, asked))).code).toBe("forbidden");
    const signed = await signNear(editor, asked);
    expect(signed.evidence[0]?.signedBy).toBe(editor.name);
    expect(stateOfClaim(signed)).toBe("nearSigned");
    // Words beside the quotation are none of its business.
    await write(author, storyId, doc(p("Other words. ", claimMark(claimId, `She said ${NEARLY}`))));
    expect(stateOfClaim(await only(author, storyId))).toBe("nearSigned");
    await write(author, storyId, doc(p(claimMark(claimId, NEARLY.replace("neighbours", "neighbors")))));
    const changed = await only(author, storyId);
    expect(changed.evidence[0]).toMatchObject({ matchStatus: "near", signedBy: null, signedAt: null });
    const late = await refusal(signNear(editor, asked));
    expect(late).toMatchObject({ code: "conflict", details: { version: changed.version } });
  });

  it("has nothing to do where the words are the same, or are others", async () => {
    const { author, editor, storyId, claimId, id } = await near();
    for (const [words, state] of [
      [`“${SAID}”`, "verified"],
      [NEARLY.replace("not ", ""), "notFound"],
    ] as const) {
      await write(author, storyId, doc(p(claimMark(claimId, words))));
      const claim = await only(author, storyId);
      expect(stateOfClaim(claim)).toBe(state);
      expect((await refusal(signNear(editor, { id, claimVersion: claim.version }))).code).toBe("conflict");
    }
  });

  it("is asked for anew when the claim becomes a quotation", async () => {
    const { author, storyId, snapshotId } = await story();
    const claimId = await claimOf(author, storyId, NEARLY);
    const { claim } = await attach(author, claimId, snapshotId, SAID);
    expect(stateOfClaim(claim)).toBe("verified");
    const quoted = await setClaim(author, { id: claimId, version: claim.version, attribution: "quoted" });
    expect(stateOfClaim(quoted)).toBe("nearToSign");
    const reported = {
      id: claimId,
      version: quoted.version,
      attribution: "reported",
      speaker: "Ida Holm",
    } as const;
    expect(stateOfClaim(await setClaim(author, reported))).toBe("verified");
  });
});

describe("taking away", () => {
  it("is undone with its place and its signature", async () => {
    const { author, editor, snapshotId, claimId, id, claim } = await near();
    const second = await attach(author, claimId, snapshotId, "charges ferries by the hour");
    const signed = await signNear(editor, { id, claimVersion: claim.version });
    const detached = await detachEvidence(author, { id });
    expect(detached.evidence.map((line) => line.id)).toEqual([second.id]);
    const back = await restoreEvidence(author, { id });
    expect(back).toEqual(signed);
    expect(await restoreEvidence(author, { id })).toEqual(signed);
  });

  it("brings no signature back for words that changed meanwhile", async () => {
    const { author, editor, storyId, claimId, id, claim } = await near();
    await signNear(editor, { id, claimVersion: claim.version });
    await detachEvidence(author, { id });
    await write(author, storyId, doc(p(claimMark(claimId, NEARLY.replace("neighbours", "neighbors")))));
    const back = await restoreEvidence(author, { id });
    expect(back.evidence).toMatchObject([{ matchStatus: "near", signedBy: null }]);
  });

  it("is refused for what was never there", async () => {
    const { author } = await story();
    expect((await refusal(restoreEvidence(author, { id: crypto.randomUUID() }))).code).toBe("not-found");
    expect((await refusal(detachEvidence(author, { id: crypto.randomUUID() }))).code).toBe("not-found");
  });
});

it("evidence is put in order by the whole order and what it was based on", async () => {
  const { author, storyId, snapshotId } = await story();
  const claimId = await claimOf(author, storyId, "A fact");
  const ids: string[] = [];
  for (const words of ["second berth", "14 months", "31 million"]) {
    ids.push((await attach(author, claimId, snapshotId, words)).id);
  }
  const order = ids.toReversed();
  const claim = await arrangeEvidence(author, { claimId, base: ids, evidenceIds: order });
  expect(claim.evidence.map(({ id }) => id)).toEqual(order);
  const stale = await refusal(arrangeEvidence(author, { claimId, base: ids, evidenceIds: ids }));
  expect(stale).toMatchObject({ code: "conflict", details: { id: claimId } });
  const [first, second] = order;
  const some = { claimId, base: order, evidenceIds: [first ?? "", second ?? ""] };
  expect((await refusal(arrangeEvidence(author, some))).code).toBe("conflict");
});
