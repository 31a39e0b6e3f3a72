import { describe, expect, it } from "vitest";
import { bellName, notificationAddress, notificationSentence } from "@/components/desk/notification-words";
import type { NotificationLine } from "@/lib/notifications/schema";

const line: NotificationLine = {
  id: "n",
  kind: "mention",
  actor: "Ana",
  createdAt: "2026-03-14T06:00:00.000Z",
  read: false,
  story: { id: "s", headline: "Harbour — by the hour" },
  issue: { id: "i", title: "Week 11" },
  threadId: "t",
  settled: null,
};

describe("notifications", () => {
  it.each([
    [{}, "Ana mentioned you in “Harbour”"],
    [{ kind: "reply" }, "Ana commented on “Harbour”"],
    [{ kind: "suggestion", actor: null }, "Somebody suggested a change in “Harbour”"],
    [{ kind: "suggestionSettled", settled: "accepted" }, "Ana accepted your suggestion in “Harbour”"],
    [{ kind: "suggestionSettled", settled: "refused" }, "Ana refused your suggestion in “Harbour”"],
    [{ kind: "assigned", story: null }, "Ana gave you “Week 11”"],
    [{ kind: "reviewAsked" }, "Ana asks for a review of “Harbour”"],
    [{ kind: "approved", story: null, issue: null }, "Ana approved something that is gone"],
    [{ kind: "approvalLost" }, "Ana changed “Harbour”, which needs approval again"],
  ] as const)("say what happened: %j", (change, sentence) => {
    expect(notificationSentence({ ...line, ...change })).toBe(sentence);
  });

  it("lead to the thread, the story or the issue", () => {
    expect(notificationAddress(line)).toBe("/desk/issues/i?part=story:s&thread=t");
    expect(notificationAddress({ ...line, threadId: null })).toBe("/desk/issues/i?part=story:s");
    expect(notificationAddress({ ...line, issue: null })).toBe("/desk/stories/s?thread=t");
    expect(notificationAddress({ ...line, story: null, threadId: null })).toBe("/desk/issues/i");
    expect(notificationAddress({ ...line, story: null, issue: null })).toBeNull();
  });

  it("are counted in the bell's name", () => {
    expect([0, 3].map(bellName)).toEqual(["Notifications", "Notifications: 3 unread"]);
  });
});
