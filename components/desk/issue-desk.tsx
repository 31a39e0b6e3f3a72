"use client";

import { type SyntheticEvent, useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { useFinding } from "@/components/desk/find/use-finding";
import type { IssueActions } from "@/components/desk/issue-actions";
import { IssueBar, type View } from "@/components/desk/issue-bar";
import { useIssueCommands } from "@/components/desk/issue-commands";
import { withStory } from "@/components/desk/issue-copy";
import { useIssueHere } from "@/components/desk/issue-here";
import { IssueInspector } from "@/components/desk/issue-inspector";
import { IssuePage } from "@/components/desk/issue-page";
import { IssueText, Pane, StoryDetails } from "@/components/desk/issue-panes";
import { NextWeek } from "@/components/desk/next-week";
import { type Part, type SelectPart, storyOf } from "@/components/desk/part";
import { useGoTo } from "@/components/desk/preflight/use-go-to";
import { PublishDialog } from "@/components/desk/publish-dialog";
import { RunningOrder } from "@/components/desk/running-order";
import { StoryStates } from "@/components/desk/state-mark";
import { useIssue } from "@/components/desk/use-issue";
import { useIssueLive } from "@/components/desk/use-issue-live";
import { partAround, usePage } from "@/components/desk/use-page";
import { usePart } from "@/components/desk/use-part";
import { useStructure } from "@/components/desk/use-structure";
import { useIssueWorkflow } from "@/components/desk/use-workflow-room";
import { numberStories } from "@/lib/issues/order";
import type { IssueDraft, StoryDraft } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";
import type { Colleague } from "@/lib/workflow/schema";

interface IssueDeskProps {
  issue: IssueDraft;
  actor: Actor;
  colleagues: Colleague[];
  actions: IssueActions;
}

/** What the threads of a story do on this page. */
function useThreadsHere(
  whyLabel: string,
  setIssue: ReturnType<typeof useIssue>["setIssue"],
  setView: (view: View) => void,
) {
  return useMemo(
    () => ({
      whyLabel,
      onStory: (id: string, change: (story: StoryDraft) => StoryDraft) =>
        setIssue((held) => withStory(held, id, change)),
      onWanted: () => setView("details"),
    }),
    [whyLabel, setIssue, setView],
  );
}

/** The desk of an issue: its running order, the whole of it on one page, and what is to be known about the part in hand. */
export function IssueDesk({ issue: given, actor, colleagues, actions }: IssueDeskProps) {
  const { issue, setIssue, store, reload } = useIssue(given, actions);
  useIssueLive({ issue, setIssue, store, reload, actions, actorId: actor.id ?? "" });
  const { order, saving } = useSyncExternalStore(store.subscribe, store.getState, store.getState);
  const [part, setPart] = usePart();
  const [start] = useState(() => storyOf(part));
  const [view, setView] = useState<View>("text");
  const { pane, goTo } = usePage();
  const finding = useFinding();
  const select = useCallback<SelectPart>(
    (next, focus) => {
      setPart(next, "push");
      setView("text");
      // A narrow window shows the page only now.
      requestAnimationFrame(() => goTo(next, focus));
    },
    [setPart, goTo],
  );
  const goToLine = useGoTo(select, finding);
  const enter = (event: SyntheticEvent) => {
    const entered = partAround(event.target);
    if (entered) setPart(entered, "replace");
  };
  const threads = useThreadsHere(issue.labels.whyItMatters, setIssue, setView);
  const changes = useStructure({ issue, actions, store, reload, selected: part, onSelect: select });
  const workflow = useIssueWorkflow({ actor, colleagues, actions: actions.workflow }, { setIssue, reload });
  useIssueHere(issue.id, select);
  useIssueCommands({ order, part, select, changes, actor });
  const story = openStory(issue, part, numberStories(order));
  return (
    <main className="grid h-[calc(100dvh-var(--top-bar))] grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
      <IssueBar issue={issue} ordering={saving} view={view} onView={setView}>
        {can(actor, "issue.publish") ? (
          <PublishDialog
            issue={issue}
            publishIssue={actions.publishIssue}
            getPreflight={actions.getPreflight}
            onGo={goToLine}
            onPublished={() => void reload()}
          />
        ) : null}
      </IssueBar>
      <div className="relative grid min-h-0 grid-cols-[minmax(0,1fr)] md:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[17.5rem_minmax(0,1fr)_21rem]">
        <NextWeek {...{ issue, store, reload, part, actor }} onSelect={select} planning={actions.planning} />
        <Pane shown={view === "order"} className="relative border-hair px-2.5 py-4 md:block md:border-r">
          <StoryStates issue={issue}>
            <RunningOrder
              store={store}
              changes={changes}
              labels={issue.labels}
              canArrange={can(actor, "issue.arrange")}
              selected={part}
              onSelect={select}
            />
          </StoryStates>
        </Pane>
        <IssueText shown={view === "text"} pane={pane} finding={finding} onEnter={enter}>
          <IssuePage
            issue={issue}
            setIssue={setIssue}
            store={store}
            changes={changes}
            actor={actor}
            actions={actions}
            onSelect={select}
            start={start}
          />
        </IssueText>
        <Pane
          label="Details"
          shown={view === "details"}
          className="border-hair bg-desk p-4 md:absolute md:inset-y-0 md:right-0 md:z-20 md:w-84 md:border-l md:shadow-lift xl:relative xl:block xl:w-auto xl:shadow-none"
        >
          {story ? <StoryDetails {...{ story, actor, actions, workflow, threads, setIssue }} /> : null}
          <IssueInspector
            issue={issue}
            order={order}
            getPreflight={actions.getPreflight}
            onGo={goToLine}
            revisions={actions.revisions}
            workflow={workflow}
          />
        </Pane>
      </div>
    </main>
  );
}

/** The story that is open, under the number it has in the order on the screen. */
function openStory(issue: IssueDraft, part: Part, numbers: Map<string, number>): StoryDraft | null {
  const id = storyOf(part);
  const story = issue.sections.flatMap((section) => section.stories).find((each) => each.id === id);
  return story ? { ...story, number: numbers.get(story.id) ?? null } : null;
}
