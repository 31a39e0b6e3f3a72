import { renderToReactElement } from "@tiptap/static-renderer/pm/react";
import type { RichText } from "@/lib/rich-text/document";
import { richTextExtensions } from "@/lib/rich-text/extensions";
import "./rich-text.css";
import "./rich-text-blocks.css";

/** A stored document as read-only text, set as in the editor; needs no DOM, so the server shows it before the editor wakes. */
export function StaticText({ value, className = "" }: { value: RichText; className?: string }) {
  return (
    <div className={`rich-text ${className}`}>
      {renderToReactElement({ content: value, extensions: richTextExtensions })}
    </div>
  );
}
