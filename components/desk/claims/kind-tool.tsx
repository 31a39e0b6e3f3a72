"use client";

import { Tag } from "lucide-react";
import type { ClaimPart, StoryClaims } from "@/components/desk/claims/claims-store";
import { MARK_KINDS } from "@/components/desk/claims/kind-commands";
import { markKind, unmarkKind } from "@/components/desk/claims/mark-kind";
import { ShortcutKeys } from "@/components/desk/shortcut-keys";
import { keysOf } from "@/components/desk/shortcuts";
import { ToolbarButton } from "@/components/editor/toolbar-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { KIND_MARKS } from "@/lib/claims/kind";

interface KindToolProps {
  story: StoryClaims;
  part: ClaimPart;
  /** The name of who marks. */
  author: string;
}

/** The six, over selected words: a menu would take the focus, and these tools with it. */
export function KindButtons({ story, part, author }: KindToolProps) {
  return MARK_KINDS.map((kind) => {
    const { word, shape } = KIND_MARKS[kind];
    return (
      <ToolbarButton
        key={kind}
        label={`Mark as ${word.toLowerCase()}`}
        keys={titleKeys(`mark-${kind}`)}
        onPress={() => markKind(story, part, kind, author)}
      >
        <span aria-hidden className={shape ? "" : "px-0.5 text-sm"}>
          {shape || word}
        </span>
      </ToolbarButton>
    );
  });
}

/** "ctrl+shift+1" as a tool's title writes it. */
function titleKeys(command: string): string {
  return (keysOf(command) ?? "").replace(/(^|\+)[a-z]/g, (letter) => letter.toUpperCase());
}

/** "Kind", among the tools of a text: what is selected, or the sentence at the caret, as one of the six. */
export function KindTool({ story, part, author }: KindToolProps) {
  // Back to the words, unless a speaker is asked for.
  const back = () => {
    if (!story.state().naming) story.focusText(part);
  };
  return (
    <Menu
      onCloseAutoFocus={back}
      trigger={
        <ToolbarButton label="Kind">
          <Tag size={15} aria-hidden />
          <span className="px-0.5 text-sm">Kind</span>
        </ToolbarButton>
      }
    >
      {MARK_KINDS.map((kind) => (
        <MenuItem key={kind} onSelect={() => markKind(story, part, kind, author)}>
          <span aria-hidden className="w-4 text-center">
            {KIND_MARKS[kind].shape}
          </span>
          <span className="mr-auto pr-6">{KIND_MARKS[kind].word}</span>
          <Keys command={`mark-${kind}`} />
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => unmarkKind(story, part)}>
        <span aria-hidden className="w-4" />
        <span className="mr-auto pr-6">Take the mark off</span>
        <Keys command="unmark" />
      </MenuItem>
    </Menu>
  );
}

function Keys({ command }: { command: string }) {
  const keys = keysOf(command);
  return keys ? (
    <span aria-hidden>
      <ShortcutKeys keys={keys} />
    </span>
  ) : null;
}
