import { partAddress } from "@/components/desk/part";
import { LEVEL_WORDS, partOf } from "@/components/desk/preflight/preflight-words";
import { LEVELS, type Level, type PreflightLine, type PreflightPlace } from "@/lib/preflight/schema";

interface PreflightListProps {
  lines: PreflightLine[];
  onGo: (place: PreflightPlace) => void;
}

/** Preflight by level; what blocks and what is worth a look stand open, notes are a press away. */
export function PreflightList({ lines, onGo }: PreflightListProps) {
  return (
    <div className="grid gap-3 text-sm">
      {LEVELS.map((level) => {
        const ofLevel = lines.filter((line) => line.level === level);
        return ofLevel.length > 0 ? (
          <LevelLines key={level} level={level} lines={ofLevel} onGo={onGo} />
        ) : null;
      })}
    </div>
  );
}

function LevelLines({ level, lines, onGo }: PreflightListProps & { level: Level }) {
  const { title, shape } = LEVEL_WORDS[level];
  return (
    <details open={level !== "note"}>
      <summary className="min-h-6 cursor-pointer font-medium">
        {title} <span className="font-normal text-quiet">{lines.length}</span>
      </summary>
      <ul className="mt-1 border-b border-hair">
        {lines.map((line) => (
          <Line key={line.key} line={line} shape={shape} onGo={onGo} />
        ))}
      </ul>
    </details>
  );
}

interface LineProps {
  line: PreflightLine;
  shape: string;
  onGo: (place: PreflightPlace) => void;
}

function Line({ line, shape, onGo }: LineProps) {
  const { level, sentence, place } = line;
  return (
    <li className="grid grid-cols-[1.2rem_minmax(0,1fr)_auto] gap-1.5 border-t border-hair py-2">
      <span aria-hidden className={level === "note" ? "text-quiet" : "text-line"}>
        {shape}
      </span>
      <span className="[overflow-wrap:anywhere]">{sentence}</span>
      <a
        className="link min-h-6 px-1"
        href={partAddress(partOf(place))}
        onClick={(event) => {
          // Another window gets the part by its address; this one is brought to the very words.
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          onGo(place);
        }}
      >
        Go<span className="sr-only"> to: {sentence}</span>
      </a>
    </li>
  );
}
