// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import path from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { IssuePage } from "@/components/edition/issue-page";
import { KIND_MARKS } from "@/lib/claims/kind";
import { testEdition } from "@/lib/editions/test-edition";
import { testClaim, testEvidence, testSource, testStory, uuid } from "@/lib/editions/test-parts";
import { claimMark, doc, heading, link, p, table } from "@/lib/rich-text/test-words";

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;

function render(edition = testEdition(), folded = false) {
  const html = renderToStaticMarkup(<IssuePage edition={edition} folded={folded} />);
  return { html, page: new DOMParser().parseFromString(html, "text/html") };
}

const withStory = (story: Parameters<typeof testStory>[1], title = "Section") =>
  testEdition({ sections: [{ title, stories: [testStory(1, story)] }], highlights: [], corrections: [] });

const claimOf = (kind: string) => {
  const stories = testEdition().sections.flatMap((section) => section.stories);
  const found = stories.flatMap((story) => story.claims).find((claim) => claim.kind === kind);
  if (!found) throw new Error(`The edition has no ${kind}.`);
  return found;
};

const marks = readFileSync(path.join(import.meta.dirname, "marks.css"), "utf8");

/** Style and thickness of the line under a kind's words, where they differ from the plain one's. */
function lineUnder(kind: string): string {
  const rule = new RegExp(`\\.mark-piece\\.${kind} \\{([^}]*)\\}`, "u").exec(marks)?.[1] ?? "";
  return [...rule.matchAll(/text-decoration-(?:style|thickness): [^;]+/gu)].join("; ");
}

describe("an issue", () => {
  test("has an opener for every note, a note for every opener, and no id twice", () => {
    const { page } = render();
    const opened = [...page.querySelectorAll(".opener[popovertarget]")].map((one) =>
      one.getAttribute("popovertarget"),
    );
    const notes = [...page.querySelectorAll("[popover]")].map((note) => note.id);
    expect(opened).toHaveLength(10);
    expect([...opened].sort()).toEqual([...notes].sort());
    const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("numbers its notes as they are read, and the sentence names the same number", () => {
    const { page } = render();
    const numbers = [...page.querySelectorAll(".note-title .endnote")].map((one) => one.textContent);
    expect(numbers).toEqual(numbers.map((_, place) => String(place + 1)));
    const opener = page.querySelector(`[popovertarget="e-${uuid(13)}"] .endnote`);
    expect(opener?.textContent).toBe(page.querySelector(`#e-${uuid(13)} .endnote`)?.textContent);
  });

  test("tells the kinds apart without colour: by a word, a shape and a line of its own each", () => {
    const { page } = render();
    const lines = new Set<string>();
    for (const [kind, { word, shape }] of Object.entries(KIND_MARKS)) {
      const piece = page.querySelector(`.body .mark-piece.${kind}`);
      const id = kind === "analysis" ? uuid(21) : claimOf(kind).id;
      const opener = page.querySelector(`[popovertarget="e-${id}"]`);
      expect(piece?.className.split(" "), kind).toContain(kind);
      expect(opener?.querySelector(".shape")?.textContent, kind).toBe(shape || "●");
      if (kind !== "fact")
        expect(opener?.querySelector(".words")?.textContent).toMatch(new RegExp(word, "i"));
      lines.add(lineUnder(kind));
    }
    const shapes = Object.values(KIND_MARKS).map(({ shape }) => shape);
    expect(new Set(shapes).size).toBe(shapes.length);
    expect(lines.size).toBe(shapes.length);
  });

  test("carries neither script nor inline style", () => {
    const { html, page } = render();
    expect(html).not.toMatch(/<script|\son\w+=/u);
    expect(page.querySelectorAll("[style]")).toHaveLength(0);
  });

  test("says of a passage who published it, when it was read, and what surrounds it", () => {
    const note = render().page.querySelector(`#e-${uuid(11)}`);
    expect(note?.textContent).toContain("Nordlicht Rail, 17 March 2026, as read on 18 March 2026.");
    expect(note?.querySelector("mark")?.textContent).toBe("we expect to sell two million berths a year");
    expect(note?.querySelector(".around")?.textContent).toContain("With the new cars in service");
    expect(note?.querySelector(".onward a")?.getAttribute("href")).toContain("#:~:text=we%20expect");
  });

  test("calls typed words what they are, never verified", () => {
    const source = testSource(1);
    const evidence = [testEvidence(source, "a fifth less", { origin: "typed" })];
    const body = doc(p(claimMark(uuid(9), "They pay less")));
    const { page } = render(
      withStory({ headline: "One", body, claims: [testClaim(9, "They pay less", { evidence })] }),
    );
    const note = page.querySelector(`#e-${uuid(9)}`)?.textContent ?? "";
    expect(note).toContain("Passage typed in by an editor, not checked against the page");
    expect(note).not.toMatch(/verified/iu);
  });

  test("calls a demo excerpt a demo excerpt, and leads to no live page for it", () => {
    const note = render().page.querySelector(`#e-${uuid(13)}`);
    expect(note?.textContent).toContain("demo excerpt");
    expect(note?.querySelectorAll('[href*=":~:text="]')).toHaveLength(0);
  });

  test("has no links to other forms, views and passages while it is only a preview", () => {
    const preview = renderToStaticMarkup(<IssuePage edition={testEdition()} published={false} />);
    expect(preview).not.toMatch(/\.json|view=sourced|\/passages\//u);
  });

  test("leads from every passage to its archived page, each an address of its own", () => {
    const { page } = render();
    const passages = page.querySelectorAll(".note .passage");
    const links = [...page.querySelectorAll('.note .passage a[href*="/passages/"]')];
    expect(links).toHaveLength(passages.length);
    expect(new Set(links.map((link) => link.getAttribute("href"))).size).toBe(links.length);
  });

  test("with its analysis folded away still has a note for every opener, and no word of analysis in the text", () => {
    const { page } = render(testEdition(), true);
    const opened = [...page.querySelectorAll(".opener[popovertarget]")].map((one) =>
      one.getAttribute("popovertarget"),
    );
    const notes = [...page.querySelectorAll("[popover]")].map((note) => note.id);
    expect([...opened].sort()).toEqual([...notes].sort());
    const bodies = [...page.querySelectorAll(".body")].map((body) => body.textContent).join(" ");
    expect(bodies).not.toContain("The corridor is where the price of a night is being settled");
    expect(bodies).toContain("[…]");
    expect(page.querySelector(`#e-${uuid(23)} .unfolded`)?.textContent).toContain("The corridor is where");
    expect(page.querySelectorAll("details.why:not([open])")).toHaveLength(3);
  });
});

describe("a story", () => {
  test("shows hostile words as words", () => {
    const hostile = testSource(1, {
      title: HOSTILE,
      publisher: HOSTILE,
      url: 'https://example.org/"><img onerror=alert(1)>',
    });
    const { html, page } = render(
      withStory({
        headline: HOSTILE,
        sources: [hostile],
        body: doc(
          p(claimMark(uuid(9), HOSTILE)),
          p(link("javascript:alert(1)", "press"), link("data:text/html,x", "me")),
        ),
        claims: [
          testClaim(9, HOSTILE, {
            kind: "statement",
            speaker: HOSTILE,
            evidence: [testEvidence(hostile, HOSTILE)],
          }),
        ],
      }),
    );
    expect(page.querySelectorAll("script, img, [onerror]")).toHaveLength(0);
    expect(html).not.toMatch(/href="(?:javascript|data):/u);
    expect(page.body.textContent).toContain(HOSTILE);
  });

  test("leaves marks of unknown claims as plain text", () => {
    const { page } = render(
      withStory({ headline: "One", body: doc(p(claimMark(uuid(9), "unmarked"), " words")) }),
    );
    expect(page.querySelector(".body")?.innerHTML).toBe("<p>unmarked words</p>");
    expect(page.querySelector(".tally")).toBeNull();
  });

  test("keeps the order of headings, under a section's title or without one", () => {
    const story = { headline: "One", body: doc(heading(4, "Within"), p("words")), why: doc(p("why")) };
    const levels = (title: string) =>
      [...render(withStory(story, title)).page.querySelectorAll(".section :is(h2, h3, h4, h5)")].map(
        (element) => `${element.localName} ${element.textContent}`,
      );
    expect(levels("Section")).toEqual(["h2 Section", "h3 Story 1: One", "h4 Within", "h4 Why this matters"]);
    expect(levels("")).toEqual(["h2 Story 1: One", "h3 Within", "h3 Why this matters"]);
  });

  test("sets figures flush right in a region that scrolls by keyboard too", () => {
    const body = doc(table(["Model", "Price"], ["mini", "$0.75"], ["nano", "$0.20"]));
    const { page } = render(withStory({ headline: "One", body }));
    const region = page.querySelector(".scroll");
    expect(region?.getAttribute("tabindex")).toBe("0");
    expect(region?.getAttribute("aria-label")).toBe("Table in “One”");
    expect([...page.querySelectorAll(".figure")].map((cell) => cell.textContent)).toEqual([
      "Price",
      "$0.75",
      "$0.20",
    ]);
    expect(page.querySelectorAll("th[scope=col]")).toHaveLength(2);
  });
});
