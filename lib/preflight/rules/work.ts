import type { Reading, Rule } from "@/lib/preflight/rule";

const inWords = { drafting: "being drafted", inReview: "in review", approved: "approved" };

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
];
