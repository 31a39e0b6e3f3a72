import { expect, test } from "vitest";
import { aDraft, aStory, said, saidOf } from "@/lib/preflight/test-draft";
import { bold, doc, heading, link, PICTURE, p, picture } from "@/lib/rich-text/test-words";

test("picture-without-alternative, counted by text", () => {
  const rule = "picture-without-alternative";
  const body = doc(p("Words."), picture(), picture({ alt: " " }));
  expect(said(rule, aDraft({ stories: [aStory({ body })], closing: doc(picture()) }))).toEqual([
    "2 pictures in story 1 have no alternative text.",
    "A picture in the closing has no alternative text.",
  ]);
  expect(saidOf(rule, aStory({ body: doc(picture({ alt: "A sail" })) }))).toEqual([]);
});

test("picture-lost", () => {
  const stories = [aStory({ body: doc(picture({ alt: "A sail" })) })];
  expect(said("picture-lost", aDraft({ stories }))).toEqual([
    "A picture in story 1 cannot be found: take it out, or add it again.",
  ]);
  expect(said("picture-lost", aDraft({ stories, keptPictures: [PICTURE] }))).toEqual([]);
});

test("link-without-text: a link is as long as its address stays the same", () => {
  const of = (...parts: Parameters<typeof p>) =>
    saidOf("link-without-text", aStory({ body: doc(p(...parts)) }));
  expect(of("See ", link("https://a.example", " \u200b"), "there.")).toEqual([
    "A link in story 1 has no words.",
  ]);
  expect(of("See ", link("https://a.example", " ", bold("this"), " "), "there.")).toEqual([]);
  expect(of("No link.")).toEqual([]);
});

test("heading-skipped: a text's headings begin at level 3", () => {
  const of = (...levels: (3 | 4)[]) =>
    saidOf("heading-skipped", aStory({ body: doc(...levels.map((level) => heading(level, "Part"))) }));
  expect(of(4, 3)).toEqual(["A heading in story 1 skips a level."]);
  expect(of(3, 4, 4, 3, 4)).toEqual([]);
});
