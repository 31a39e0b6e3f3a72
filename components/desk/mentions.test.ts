import { describe, expect, it } from "vitest";
import { candidates, mentionAt, mentionedIn, stretches } from "@/components/desk/mentions";

const ana = { id: "1", name: "Ana" };
const lima = { id: "2", name: "Ana Lima" };
const bo = { id: "3", name: "Bo Ek" };
const otherBo = { id: "4", name: "Bo Ek" };
const people = [ana, lima, bo];

describe("mentions", () => {
  it("are cut out of a comment, the longest name first", () => {
    expect(stretches("See @Ana Lima, not @Ana.", people)).toEqual([
      { text: "See ", person: null },
      { text: "@Ana Lima", person: lima },
      { text: ", not ", person: null },
      { text: "@Ana", person: ana },
      { text: ".", person: null },
    ]);
    expect(stretches("", people)).toEqual([]);
  });

  it("name everybody of that name, each once", () => {
    expect(mentionedIn("@Ana Lima @Ana Lima", people)).toEqual(["2"]);
    expect(mentionedIn("@Bo Ek", [...people, otherBo])).toEqual(["3", "4"]);
    expect(mentionedIn("Ana, mail bo@example.org", people)).toEqual([]);
  });

  it("are looked for while a name is typed after @, and not inside an address", () => {
    expect(mentionAt("Hello @", 7)).toEqual({ start: 6, query: "" });
    expect(mentionAt("Hello @an there", 9)).toEqual({ start: 6, query: "an" });
    expect(mentionAt("@ana li", 7)).toEqual({ start: 0, query: "ana li" });
    expect(mentionAt("bo@exa", 6)).toBeNull();
    expect(mentionAt("@ana said so then", 17)).toBeNull();
  });

  it("are offered by the beginning of any word of a name", () => {
    expect(candidates("li", people)).toEqual([lima]);
    expect(candidates("ana", people)).toEqual([ana, lima]);
    expect(candidates("", people)).toEqual(people);
    expect(candidates("x", people)).toEqual([]);
  });
});
