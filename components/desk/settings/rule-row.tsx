import { LEVEL_WORDS } from "@/components/desk/preflight/preflight-words";
import { Select } from "@/components/ui/input";
import { LEVELS, type Level } from "@/lib/preflight/schema";
import type { RuleLine } from "@/lib/publication/schema";

export type ChosenLevel = Level | "off";

const CHOICES = [...LEVELS, "off"] as const;
const WORDS: Record<ChosenLevel, string> = {
  blocking: LEVEL_WORDS.blocking.title,
  warning: LEVEL_WORDS.warning.title,
  note: "A note",
  off: "Off",
};

interface RuleRowProps {
  rule: RuleLine;
  chosen: ChosenLevel;
  mayEdit: boolean;
  onChoose(level: ChosenLevel): void;
}

/** What a rule says, and its level in this publication. */
export function RuleRow({ rule, chosen, mayEdit, onChoose }: RuleRowProps) {
  const differs = chosen !== rule.level;
  const id = `rule-${rule.name}`;
  return (
    <li className="grid items-center gap-x-4 gap-y-1.5 border-t border-hair px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_12rem] sm:px-5">
      <div>
        <span id={id}>{rule.about}</span>
        {differs ? (
          <span className="block text-sm font-semibold text-line">
            <span aria-hidden>◆ </span>
            Differs: usually {WORDS[rule.level].toLowerCase()}
          </span>
        ) : null}
      </div>
      {mayEdit && !rule.final ? (
        <Select
          aria-labelledby={id}
          value={chosen}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const level = CHOICES.find((each) => each === value);
            if (level) onChoose(level);
          }}
        >
          {CHOICES.map((level) => (
            <option key={level} value={level}>
              {WORDS[level]}
            </option>
          ))}
        </Select>
      ) : (
        <span className={differs ? "font-semibold" : "text-quiet"}>
          {rule.final ? "Always blocks publishing" : WORDS[chosen]}
        </span>
      )}
    </li>
  );
}
