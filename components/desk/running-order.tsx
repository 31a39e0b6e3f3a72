"use client";

import { DragDropProvider } from "@dnd-kit/react";
import { type RefObject, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { DragCopy } from "@/components/desk/drag-copy";
import { MoveSectionDialog } from "@/components/desk/move-section-dialog";
import { MoveStoryDialog } from "@/components/desk/move-story-dialog";
import type { Part, SelectPart } from "@/components/desk/part";
import { AddSection } from "@/components/desk/running-order-add";
import {
  RunningOrderContext,
  type RunningOrderRoom,
  type StructureChanges,
} from "@/components/desk/running-order-context";
import { dndPlugins, dndSensors, useDrag } from "@/components/desk/running-order-dnd";
import type { Item } from "@/components/desk/running-order-items";
import { DropLine } from "@/components/desk/running-order-line";
import { applyMove } from "@/components/desk/running-order-moves";
import { OrderNoticeBar } from "@/components/desk/running-order-notice";
import { Lifted, PartRow } from "@/components/desk/running-order-parts";
import { type OrderView, RunningOrderSection } from "@/components/desk/running-order-section";
import type { RunningOrderStore } from "@/components/desk/running-order-store";
import { useRunningOrder } from "@/components/desk/use-running-order";
import type { Labels } from "@/lib/issues/labels";
import { numberStories } from "@/lib/issues/order";

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
  const { sections, order, notice, grabbed, announcement, container, hands } = useRunningOrder(store);
  const [moving, setMoving] = useState<Item | null>(null);
  const { item, drop, handlers } = useDrag({ order, container, onMove: hands.make });
  const keysId = useId();
  const steady = useSteady({ changes, onSelect });
  const room = useMemo<RunningOrderRoom>(
    () => ({ hands, ...steady, canArrange, onMoveTo: setMoving, keysId }),
    [hands, steady, canArrange, keysId],
  );
  // As if what is in the air were let go now.
  const numbers = useMemo(() => numberStories(drop ? applyMove(order, drop.move) : order), [order, drop]);
  const line = drop?.line ?? null;
  const view: OrderView = { numbers, grabbed, lifted: item, line, selected };
  const part = (name: Part, label: string) => (
    <PartRow part={name} label={label} current={selected === name} />
  );
  const close = () => setMoving(null);
  return (
    <RunningOrderContext value={room}>
      <nav ref={container as RefObject<HTMLElement>} aria-label="Running order" className="relative">
        <DragDropProvider sensors={dndSensors} plugins={dndPlugins} {...handlers}>
          <ul>
            {part("front", "Title and dates")}
            {part("introduction", labels.introduction)}
            {part("highlights", labels.highlights)}
          </ul>
          <ol>
            {sections.map((section) => (
              <RunningOrderSection key={section.id} section={section} view={view} />
            ))}
          </ol>
          <div className="relative">
            {line && line.sectionId === null && line.before === null ? <DropLine /> : null}
          </div>
          {canArrange ? <AddSection /> : null}
          <ul className="mt-3">{part("closing", labels.closing)}</ul>
          <DragCopy>{item ? <Lifted item={item} sections={sections} numbers={numbers} /> : null}</DragCopy>
        </DragDropProvider>
        {canArrange ? <HowRowsMove id={keysId} /> : null}
        <p role="status" aria-live="assertive" className="sr-only">
          {announcement}
        </p>
        <OrderNoticeBar
          notice={notice}
          sections={sections}
          onRetry={hands.retry}
          onDismiss={() => store.dismiss()}
        />
      </nav>
      <MoveStoryDialog
        sections={sections}
        storyId={moving?.kind === "story" ? moving.id : null}
        onMove={hands.make}
        onClose={close}
      />
      <MoveSectionDialog
        sections={sections}
        sectionId={moving?.kind === "section" ? moving.id : null}
        onMove={hands.make}
        onClose={close}
      />
    </RunningOrderContext>
  );
}

function HowRowsMove({ id }: { id: string }) {
  return (
    <div className="mt-4 px-2 text-xs text-pretty text-quiet">
      <p id={id} className="pointer-coarse:hidden">
        Space to lift a row, arrows to move it; or Alt and an arrow to move it at once.
      </p>
      <p className="hidden pointer-coarse:block">Rest a finger on a row to lift it, then drag.</p>
    </div>
  );
}

type Given = Pick<RunningOrderProps, "changes" | "onSelect">;

/** The same functions from render to render, which call the latest ones: the issue behind them changes with every save. */
function useSteady(given: Given): Given {
  const latest = useRef(given);
  useLayoutEffect(() => {
    latest.current = given;
  });
  return useMemo(
    () => ({
      onSelect: (part, focus) => latest.current.onSelect(part, focus),
      changes: {
        addStory: (sectionId, headline) => latest.current.changes.addStory(sectionId, headline),
        removeStory: (id) => latest.current.changes.removeStory(id),
        unplaceStory: (id) => latest.current.changes.unplaceStory(id),
        addSection: (title) => latest.current.changes.addSection(title),
        renameSection: (id, title) => latest.current.changes.renameSection(id, title),
        removeSection: (id) => latest.current.changes.removeSection(id),
      },
    }),
    [],
  );
}
