import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { anchorKey, anchorsIn } from "@/components/editor/claims/anchors";
import { anchorsInHand, markAs } from "@/components/editor/claims/marking";
import { newUuid } from "@/components/ui/new-uuid";
import { proseMirrorSchema } from "@/lib/rich-text/document";
import { claimMark, doc, p } from "@/lib/rich-text/test-words";

const id = newUuid();
const document = proseMirrorSchema.nodeFromJSON(
  doc(p("It rains. ", claimMark(id, "Ferries wait at the pier."), " Nobody knows why.")),
);
const text = document.textBetween(0, document.content.size, "\n\n");

const caretAt = (offset: number) =>
  EditorState.create({ doc: document, selection: TextSelection.create(document, offset + 1) });

describe("a caret at the edge of marked words", () => {
  it.each([
    ["before the first letter", text.indexOf("Ferries")],
    ["within", text.indexOf("wait")],
    ["after the full stop", text.indexOf("pier.") + "pier.".length],
  ])("is in them: %s", (_, offset) => {
    const state = caretAt(offset);
    expect(anchorsInHand(state).map((anchor) => anchor.id)).toEqual([id]);
    expect(markAs(state, "claim", newUuid())).toMatchObject({ kind: "there", anchor: { id } });
    const turning = markAs(state, "analysis", newUuid());
    if (turning.kind !== "turned") throw new Error(turning.kind);
    expect([...anchorsIn(turning.tr.doc).keys()]).toEqual([anchorKey({ type: "analysis", id })]);
  });

  it.each(["rains", "Nobody", "rains."])("is not, in the sentence beside them: “%s”", (word) => {
    const marking = markAs(
      caretAt(text.indexOf(word) + (word.endsWith(".") ? word.length : 1)),
      "claim",
      newUuid(),
    );
    expect(marking.kind).toBe("new");
  });
});
