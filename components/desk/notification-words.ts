import { subjectOf } from "@/components/desk/running-order-words";
import type { NotificationLine } from "@/lib/notifications/schema";

/** What a person is told, as one sentence: "Ana mentioned you in “Headline”". */
export function notificationSentence(line: NotificationLine): string {
  const who = line.actor ?? "Somebody";
  const what = subjectName(line);
  switch (line.kind) {
    case "mention":
      return `${who} mentioned you in ${what}`;
    case "reply":
      return `${who} commented on ${what}`;
    case "suggestion":
      return `${who} suggested a change in ${what}`;
    case "suggestionSettled":
      return `${who} ${line.settled ?? "settled"} your suggestion in ${what}`;
    case "assigned":
      return `${who} gave you ${what}`;
    case "reviewAsked":
      return `${who} asks for a review of ${what}`;
    case "approved":
      return `${who} approved ${what}`;
    case "approvalLost":
      return `${who} changed ${what}, which needs approval again`;
  }
}

function subjectName({ story, issue }: NotificationLine): string {
  const name = story ? subjectOf(story.headline) : issue?.title;
  return name ? `“${name}”` : "something that is gone";
}

/** Where it leads: to the story, at its thread; to the issue; or null when neither is there any more. */
export function notificationAddress({ story, issue, threadId }: NotificationLine): string | null {
  const thread = threadId ? `thread=${threadId}` : "";
  if (story && issue) return `/desk/issues/${issue.id}?part=story:${story.id}${thread && `&${thread}`}`;
  if (story) return `/desk/stories/${story.id}${thread && `?${thread}`}`;
  return issue ? `/desk/issues/${issue.id}` : null;
}

/** The bell's accessible name. */
export function bellName(unread: number): string {
  return unread === 0 ? "Notifications" : `Notifications: ${unread} unread`;
}
