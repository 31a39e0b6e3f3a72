"use client";

import { Extension, type Extensions } from "@tiptap/core";
import { Placeholder, Selection } from "@tiptap/extensions";
import { toast } from "sonner";
import { CleanPaste } from "@/components/editor/clean-paste";
import { DeskFigure } from "@/components/editor/desk-figure";
import { headingTyping } from "@/components/editor/heading-typing";
import type { UploadImage } from "@/components/editor/image-upload";
import { PictureDrop } from "@/components/editor/picture-drop";
import { PressedCaret } from "@/components/editor/pressed-caret";
import { readingKeys } from "@/components/editor/reading-keys";
import { BLOCKS, type EditorVariant, pictureItem, type SlashItem } from "@/components/editor/slash-items";
import { SlashMenu } from "@/components/editor/slash-menu";
import { SmartTyping } from "@/components/editor/smart-typing";
import { TableKeys } from "@/components/editor/table-tools";
import { CaptionedTableView } from "@/components/editor/table-view";
import { CaptionedTable } from "@/lib/rich-text/captioned-table";
import { richTextExtensions } from "@/lib/rich-text/extensions";

export interface DeskSetting {
  variant: EditorVariant;
  placeholder: string;
  uploadImage: UploadImage | null;
  /** Opens the choice of a file. */
  choosePicture(): void;
  /** Alt+F10, as screen-reader users know it from other editors. */
  onToolbar(): void;
  /** Mod+Shift+K; Mod+K belongs to the command palette. */
  onLink(): void;
}

/** The one list, its table and figure as the desk edits them. */
const content: Extensions = richTextExtensions.map((extension) => {
  if (extension.name === "figure") return DeskFigure;
  return extension.name === "table" ? CaptionedTable.configure({ View: CaptionedTableView }) : extension;
});

/** All that an editor on the desk can do; `latest` is asked at each use, so that the extensions need not be made anew. */
export function deskExtensions(latest: { readonly current: DeskSetting }): Extensions {
  return [
    ...content,
    Selection,
    Placeholder.configure({
      placeholder: ({ node }) => (node.type.name === "paragraph" ? latest.current.placeholder : ""),
    }),
    SmartTyping,
    headingTyping(() => latest.current.variant === "body"),
    TableKeys,
    SlashMenu.configure({ items: () => itemsFor(latest.current) }),
    CleanPaste.configure({ onLeftOut: sayLeftOut }),
    PictureDrop.configure({
      upload: () => (latest.current.variant === "body" ? latest.current.uploadImage : null),
      onRefused: () => toast.error("Pictures cannot be added here. Add them to the text of a story."),
    }),
    deskKeys(latest),
    readingKeys,
    PressedCaret,
  ];
}

function itemsFor({ variant, uploadImage, choosePicture }: DeskSetting): SlashItem[] {
  const pictures = uploadImage ? [pictureItem(choosePicture)] : [];
  return [...BLOCKS, ...pictures].filter(({ variants }) => variants.includes(variant));
}

function sayLeftOut(pictures: number): void {
  const what = pictures === 1 ? "A picture was" : `${pictures} pictures were`;
  toast(`${what} left out of what you pasted. Save them as files and add them to the text.`);
}

function deskKeys(latest: { readonly current: DeskSetting }) {
  const run = (deed: (setting: DeskSetting) => void) => () => {
    deed(latest.current);
    return true;
  };
  return Extension.create({
    name: "deskKeys",
    addKeyboardShortcuts: () => ({
      "Alt-F10": run((setting) => setting.onToolbar()),
      "Mod-Shift-k": run((setting) => setting.onLink()),
    }),
  });
}
