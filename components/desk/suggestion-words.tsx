import { diffWordsWithSpace } from "diff";

/** What a suggestion changes: one line with what goes struck through and what comes underlined, each named for those who hear it. */
export function SuggestionWords({ before, after }: { before: string; after: string }) {
  return (
    <p className="font-serif text-[0.9375rem] leading-snug whitespace-pre-wrap [overflow-wrap:anywhere]">
      {pieces(before, after).map(({ key, kind, text }) => {
        if (kind === "kept") return <span key={key}>{text}</span>;
        const goes = kind === "removed";
        const Element = goes ? "del" : "ins";
        return (
          <Element
            key={key}
            className={
              goes
                ? "text-quiet decoration-line decoration-[1.5px]"
                : "mx-0.5 border-b-2 border-good bg-[color-mix(in_srgb,var(--color-good)_10%,transparent)] text-good no-underline"
            }
          >
            <span className="sr-only">{goes ? "[out: " : "[in: "}</span>
            {text}
            <span className="sr-only">]</span>
          </Element>
        );
      })}
    </p>
  );
}

function pieces(before: string, after: string) {
  let at = 0;
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    at += value.length;
    const kind = added ? "added" : removed ? "removed" : "kept";
    return { key: `${at} ${kind}`, kind, text: value } as const;
  });
}
