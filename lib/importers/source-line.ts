import type { ImportedSource } from "@/lib/importers/imported-issue";

const ADDRESS = /[(<[]?(https?:\/\/[^\s<>()\]]+(?:\([^\s<>()]*\)[^\s<>()\]]*)*)[)>\]]?/;

function address(value: string | undefined): string | null {
  return value !== undefined && URL.canParse(value) ? value : null;
}

/** "Title — Publisher": the publisher is short and comes after the last dash that stands between spaces. */
function titleAndPublisher(text: string): { title: string; publisher: string } | null {
  const match = /^(.*\S)\s+[—–-]{1,2}\s+(\S.*)$/.exec(text);
  const [title, publisher] = [match?.[1], match?.[2]];
  if (!title || !publisher) return null;
  return publisher.length <= 60 && publisher.split(/\s+/).length <= 7 ? { title, publisher } : null;
}

/**
 * A bare line under a headline as a source: "Title — Publisher", with its address before, after or instead.
 * Null for a line that reads as a sentence, so that a body's first line is never taken for a source.
 */
export function readSourceLine(line: string): ImportedSource | null {
  const found = ADDRESS.exec(line);
  const url = address(found?.[1]);
  const text = (url === null ? line : line.replace(found?.[0] ?? "", "")).trim().replace(/^[-*•↳]\s+/, "");
  if (text === "" && url !== null) return { title: url, byline: "", publisher: "", url };
  if (text.length > 250 || /[.!?…][”"’)]?$/.test(text) || /^[|>]/.test(text)) return null;
  const parts = titleAndPublisher(text);
  if (parts) return { ...parts, byline: "", url };
  return url === null ? null : { title: text.replace(/\s*[—–:-]+$/, ""), byline: "", publisher: "", url };
}
