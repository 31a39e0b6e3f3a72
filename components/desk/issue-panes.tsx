import type { ComponentProps, ReactNode, SyntheticEvent } from "react";
import { FindBar } from "@/components/desk/find/find-bar";
import { FindContext } from "@/components/desk/find/use-find";
import type { useFinding } from "@/components/desk/find/use-finding";
import { FollowsPanel } from "@/components/desk/follows-panel";
import type { IssueActions } from "@/components/desk/issue-actions";
import { withStory } from "@/components/desk/issue-copy";
import { StoryInspector } from "@/components/desk/story-inspector";
import type { useIssue } from "@/components/desk/use-issue";
import type { usePage } from "@/components/desk/use-page";
import type { useIssueWorkflow } from "@/components/desk/use-workflow-room";
import type { StoryDraft } from "@/lib/issues/schema";
import type { Actor } from "@/lib/policy";

interface IssueTextProps {
  shown: boolean;
  pane: ReturnType<typeof usePage>["pane"];
  finding: ReturnType<typeof useFinding>;
  /** The caret or the pointer came to something in it. */
  onEnter: (event: SyntheticEvent) => void;
  children: ReactNode;
}

/** The whole issue on one page, with find and replace over it. */
export function IssueText({ shown, pane, finding, onEnter, children }: IssueTextProps) {
  return (
    <div className={`relative min-h-0 md:block ${shown ? "" : "max-md:hidden"}`}>
      <FindBar store={finding} pane={() => pane.current} />
      <section
        aria-label="The issue"
        ref={pane}
        data-pane
        tabIndex={-1}
        onFocus={onEnter}
        onPointerDown={onEnter}
        className="relative h-full overflow-y-auto px-3 py-4 outline-none sm:px-6 sm:py-6"
      >
        <FindContext value={finding}>{children}</FindContext>
      </section>
    </div>
  );
}

interface StoryDetailsProps {
  actor: Actor;
  actions: IssueActions;
  story: StoryDraft;
  workflow: ReturnType<typeof useIssueWorkflow>;
  threads: ComponentProps<typeof StoryInspector>["threads"];
  setIssue: ReturnType<typeof useIssue>["setIssue"];
}

/** What is to be known about the story in hand, and which one it follows. */
export function StoryDetails({ story, actor, actions, workflow, threads, setIssue }: StoryDetailsProps) {
  return (
    <>
      <StoryInspector story={story} revisions={actions.revisions} workflow={workflow} threads={threads} />
      <FollowsPanel
        key={story.id}
        story={story}
        actor={actor}
        planning={actions.planning}
        onChange={(followsId) =>
          setIssue((held) => withStory(held, story.id, (one) => ({ ...one, followsId })))
        }
      />
    </>
  );
}

interface PaneProps {
  label?: string;
  shown: boolean;
  className: string;
  children: ReactNode;
}

/** A part of the desk that scrolls by itself; a narrow window shows one of them. */
export function Pane({ label, shown, className, children }: PaneProps) {
  const Element = label ? "section" : "div";
  return (
    <Element
      aria-label={label}
      className={`overflow-y-auto overscroll-contain ${shown ? "" : "hidden"} ${className}`}
    >
      {children}
    </Element>
  );
}
