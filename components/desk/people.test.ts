import { expect, it } from "vitest";
import { forgetPeople, nameOf, setPresent } from "@/components/desk/people";
import { writingHere } from "@/components/desk/story-people";
import { staleBy } from "@/components/desk/use-live-issue";
import type { Change } from "@/lib/live/announce";

const companion = (name: string, isSelf = false) => ({ contributorId: name, name, isSelf, storyIds: [] });

it("people are named as one would say it", () => {
  expect(writingHere([companion("Ana")])).toBe("Ana is writing here");
  expect(writingHere([companion("Ana"), companion("Jo")])).toBe("Ana and Jo are writing here");
  expect(writingHere([companion("Ana", true)])).toBe("You, in another window, writing here");
});

it("names are known while people are here", () => {
  const place = { issueId: "i", storyId: null };
  const self = { window: "w1", contributorId: "me", onlyHere: false };
  const me = { window: "w1", contributorId: "me", name: "Me", ...place };
  setPresent([me, { window: "w2", contributorId: "ana", name: "Ana", ...place }], self);
  expect([nameOf("ana"), nameOf("me"), nameOf(null)]).toEqual(["Ana", null, null]);
  forgetPeople();
  expect(nameOf("ana")).toBeNull();
});

it("only what is not known is read again, a story alone where nothing else changed", () => {
  const change = (what: Change["what"], storyId: string | null, version?: number): Change => ({
    what,
    issueId: "i",
    storyId,
    by: null,
    ...(version !== undefined && { version }),
  });
  const knows = ({ version }: Change) => version === 1;
  expect(staleBy([change("story", "a", 1)], knows)).toEqual(new Set());
  expect(staleBy([change("story", "a", 2), change("sources", "a")], knows)).toEqual(new Set(["a"]));
  expect(staleBy([change("story", "a", 2), change("order", null, 2)], knows)).toBe("all");
  expect(staleBy([change("order", null, 1)], knows)).toEqual(new Set());
  expect(staleBy(["all"], knows)).toBe("all");
});
