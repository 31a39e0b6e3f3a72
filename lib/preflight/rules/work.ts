import type { Reading, Rule } from "@/lib/preflight/rule";

const inWords = { drafting: "being drafted", inReview: "in review", approved: "approved" };

const counted = (count: number, one: string, several: string) =>
  count === 0 ? [] : [count === 1 ? `one open ${one}` : `${count} open ${several}`];

/** The state of the work. Publishing does not wait for approval and never changes it: a person decides. */
export const WORK_RULES: Rule[] = [
  {
    name: "not-approved",
    level: "note",
    about: "The issue and its stories were approved.",
    check({ draft }: Reading) {
      const open = draft.stories.filter(({ workflowState }) => workflowState !== "approved");
      const [first] = open;
      const issue =
        draft.workflowState === "approved"
          ? []
          : [
              {
                sentence: `The issue is ${inWords[draft.workflowState]}, not approved yet.`,
                place: { part: "front" as const },
                about: "issue",
              },
            ];
      if (!first) return issue;
      const sentence =
        open.length === 1
          ? `Story ${first.number} is not approved yet.`
          : `${open.length} of its stories are not approved yet.`;
      return [
        ...issue,
        { sentence, place: { storyId: first.id, part: "headline" as const }, about: "stories" },
      ];
    },
  },
  {
    name: "open-conversation",
    level: "note",
    about: "Comments and suggestions were settled.",
    check: ({ draft }: Reading) =>
      draft.stories.flatMap(({ id: storyId, number, open }) => {
        const left = [
          ...counted(open.suggestions, "suggestion", "suggestions"),
          ...counted(open.comments, "comment", "comments"),
        ];
        if (left.length === 0) return [];
        const sentence = `Story ${number} has ${left.join(" and ")}.`;
        return [{ sentence, place: { storyId, part: "headline" as const }, about: storyId }];
      }),
  },
];
