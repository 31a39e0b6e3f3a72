"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { CarryOverDialog } from "@/components/desk/carry-over-dialog";
import { useCommands } from "@/components/desk/commands";
import { type Part, type SelectPart, storyOf } from "@/components/desk/part";
import type { PlanningActions } from "@/components/desk/planning-actions";
import type { RunningOrderStore } from "@/components/desk/running-order-store";
import { subjectOf } from "@/components/desk/running-order-words";
import { saveEverything } from "@/components/desk/unsaved";
import { MenuItem } from "@/components/ui/menu";
import type { IssueDraft } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";

interface NextWeekProps {
  issue: IssueDraft;
  store: RunningOrderStore;
  reload: () => Promise<boolean>;
  part: Part;
  onSelect: SelectPart;
  actor: Actor;
  planning: PlanningActions;
}

const wordOf = (published: boolean) =>
  published ? "Follow up in next week’s issue" : "Carry over to next week";

/** What a story's menu, elsewhere on the page, may ask for while an issue is on the screen. */
let asked: { published: boolean; take: (storyId: string) => void } | null = null;

/** The line of a story's menu that takes it to next week. */
export function NextWeekItem({ storyId }: { storyId: string }) {
  if (!asked) return null;
  return <MenuItem onSelect={() => asked?.take(storyId)}>{wordOf(asked.published)}</MenuItem>;
}

/** Taking stories to next week's issue: one, from its menu or the palette, or several, chosen in a dialog. */
export function NextWeek(props: NextWeekProps) {
  const { issue, part, actor } = props;
  const [choosing, setChoosing] = useState(false);
  const { carryOver, followUp } = useDeeds(props);
  const published = issue.publicationState === "published" || issue.publicationState === "scheduled";
  const may = can(actor, "issue.arrange");
  const stories = issue.sections.flatMap((section) => section.stories);
  const inHand = stories.find((story) => story.id === storyOf(part));
  const take = (id: string) => void (published ? followUp(id) : carryOver([id]));
  useEffect(() => {
    asked = may ? { published, take } : null;
    return () => {
      asked = null;
    };
  });
  useCommands([
    {
      id: "next-week",
      title: `${wordOf(published)}: this story`,
      group: "This story",
      enabled: may && inHand !== undefined,
      run: () => inHand && take(inHand.id),
    },
    {
      id: "carry-over",
      title: "Carry stories over to next week…",
      group: "This issue",
      words: "unapproved postpone",
      enabled: may && !published && stories.length > 0,
      run: () => setChoosing(true),
    },
  ]);
  return (
    <CarryOverDialog
      open={choosing}
      sections={issue.sections}
      onClose={() => setChoosing(false)}
      onCarry={async (ids) => {
        const done = await carryOver(ids);
        if (done) setChoosing(false);
      }}
    />
  );
}

/** Each waits for its turn behind the moves; then the order is read again. */
function useDeeds({ issue, store, reload, part, onSelect, planning }: NextWeekProps) {
  const router = useRouter();
  const inTurn = <T,>(call: () => Promise<T>) =>
    store.change(async () => {
      const answer = await call();
      await reload();
      return answer;
    });
  const nameOf = (id: string) => {
    const story = issue.sections.flatMap((section) => section.stories).find((each) => each.id === id);
    return `“${subjectOf(story?.headline ?? "")}”`;
  };
  const carryOver = async (storyIds: string[]): Promise<boolean> => {
    const [first = ""] = storyIds;
    const name = storyIds.length === 1 ? nameOf(first) : `${storyIds.length} stories`;
    await saveEverything();
    const result = await inTurn(() => attempt(planning.carryOver({ issueId: issue.id, storyIds })));
    if (!result.ok) {
      toast.error(`Nothing was carried over. ${result.error.message}`);
      return false;
    }
    if (storyIds.includes(storyOf(part) ?? "")) onSelect("front");
    const { to, undo } = result.value;
    const back = async () => {
      const answer = await inTurn(() => attempt(planning.undoCarryOver(undo)));
      if (!answer.ok) toast.error(`It could not be undone. ${answer.error.message}`);
    };
    toast(`${name} ${storyIds.length === 1 ? "is" : "are"} in “${to.title}” now.`, {
      duration: 10_000,
      action: { label: "Undo", onClick: () => void back() },
    });
    return true;
  };
  const followUp = async (storyId: string) => {
    const result = await attempt(planning.followUpNext({ storyId }));
    if (!result.ok) return void toast.error(`No follow-up was begun. ${result.error.message}`);
    const { id, to } = result.value;
    toast(`${nameOf(storyId)} is followed up in “${to.title}”.`, {
      duration: 10_000,
      action: { label: "Open it", onClick: () => router.push(`/desk/issues/${to.id}?part=story:${id}`) },
    });
  };
  return { carryOver, followUp };
}
