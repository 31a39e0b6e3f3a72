import { renderToReactElement } from "@tiptap/static-renderer/pm/react";
import { memo } from "react";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";
import { richTextExtensions } from "@/lib/rich-text/extensions";
import "./rich-text.css";
import "./rich-text-blocks.css";

interface StaticTextProps {
  value: RichText;
  className?: string;
}

/**
 * A stored document as read-only text, set as in the editor; needs no DOM, so the server shows it before the editor wakes.
 * A page has a hundred of them: each is set once, with the one schema instead of one made for it.
 */
export const StaticText = memo(function StaticText({ value, className = "" }: StaticTextProps) {
  const content = proseMirrorSchema.nodeFromJSON(value);
  return (
    <div className={`rich-text ${className}`}>
      {renderToReactElement({ content, extensions: richTextExtensions })}
    </div>
  );
});
