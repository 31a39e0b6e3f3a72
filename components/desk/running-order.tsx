"use client";

import { DragDropProvider, DragOverlay } from "@dnd-kit/react";
import { type RefObject, useId, useState } from "react";
import { MoveStoryDialog } from "@/components/desk/move-story-dialog";
import { type Part, partAddress, type SelectPart } from "@/components/desk/part";
import { AddSection } from "@/components/desk/running-order-add";
import {
  RunningOrderContext,
  type RunningOrderRoom,
  type StructureChanges,
  useRoom,
} from "@/components/desk/running-order-context";
import { dndPlugins, dndSensors, useDrag } from "@/components/desk/running-order-dnd";
import { OrderNoticeBar } from "@/components/desk/running-order-notice";
import { RunningOrderSection } from "@/components/desk/running-order-section";
import type { RunningOrderStore } from "@/components/desk/running-order-store";
import { isByKey, isPlainClick, LIFTED, LiftedStory, Line, ROW } from "@/components/desk/running-order-story";
import { nameOfSection } from "@/components/desk/running-order-words";
import { type Item, useRunningOrder } from "@/components/desk/use-running-order";
import type { Labels } from "@/lib/issues/labels";

interface RunningOrderProps {
  store: RunningOrderStore;
  changes: StructureChanges;
  labels: Labels;
  canArrange: boolean;
  selected: Part;
  onSelect: SelectPart;
}

/** The running order of an issue: its parts, sections and stories in sequence, and every way of changing it. */
export function RunningOrder({ store, changes, labels, canArrange, selected, onSelect }: RunningOrderProps) {
  const controls = useRunningOrder(store);
  const [moving, setMoving] = useState<string | null>(null);
  const { item, line, handlers } = useDrag(controls);
  const keysId = useId();
  const room: RunningOrderRoom = {
    controls,
    changes,
    canArrange,
    selected,
    onSelect,
    line,
    onMoveTo: setMoving,
    keysId,
  };
  return (
    <RunningOrderContext value={room}>
      <nav ref={controls.container as RefObject<HTMLElement>} aria-label="Running order" className="relative">
        <DragDropProvider sensors={dndSensors} plugins={dndPlugins} {...handlers}>
          <ul>
            <PartRow part="front" label="Title and dates" />
            <PartRow part="introduction" label={labels.introduction} />
            <PartRow part="highlights" label={labels.highlights} />
          </ul>
          <ol>
            {controls.sections.map((section) => (
              <RunningOrderSection key={section.id} section={section} />
            ))}
          </ol>
          <div className="relative">
            {line && line.sectionId === null && line.before === null ? <Line /> : null}
          </div>
          {canArrange ? <AddSection /> : null}
          <ul className="mt-3">
            <PartRow part="closing" label={labels.closing} />
          </ul>
          <DragOverlay dropAnimation={null}>{item ? <Lifted item={item} /> : null}</DragOverlay>
        </DragDropProvider>
        {canArrange ? (
          <p id={keysId} className="mt-4 px-2 text-xs text-pretty text-quiet pointer-coarse:hidden">
            Space to lift a row, arrows to move it; or Alt and an arrow to move it at once.
          </p>
        ) : null}
        <p role="status" aria-live="assertive" className="sr-only">
          {controls.announcement}
        </p>
        <OrderNoticeBar
          notice={controls.notice}
          onRetry={() => store.retry()}
          onDismiss={() => store.dismiss()}
        />
      </nav>
      <MoveStoryDialog
        sections={controls.sections}
        storyId={moving}
        onMove={controls.make}
        onClose={() => setMoving(null)}
      />
    </RunningOrderContext>
  );
}

function PartRow({ part, label }: { part: Part; label: string }) {
  const { selected, onSelect } = useRoom();
  const current = selected === part;
  return (
    <li>
      <a
        href={partAddress(part)}
        aria-current={current ? "true" : undefined}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onSelect(part, isByKey(event) ? "focus" : undefined);
        }}
        className={`${ROW} ${current ? "bg-paper shadow-[0_0_0_1px_var(--color-hair)]" : "hover:bg-wash"}`}
      >
        <span />
        <span className="truncate">{label}</span>
      </a>
    </li>
  );
}

/** What hangs on the pointer while it is dragged. */
function Lifted({ item }: { item: Item }) {
  const { controls } = useRoom();
  const story = controls.sections.flatMap((section) => section.stories).find((each) => each.id === item.id);
  if (story) return <LiftedStory story={story} number={controls.numbers.get(story.id)} />;
  const section = controls.sections.find((each) => each.id === item.id);
  return (
    <div
      className={`flex min-h-7 items-center rounded-control px-2 text-xs font-medium text-quiet ${LIFTED}`}
    >
      {nameOfSection(section?.title ?? "")}
    </div>
  );
}
