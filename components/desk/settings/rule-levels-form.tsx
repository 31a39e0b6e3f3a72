"use client";

import { useOptimistic, useState, useTransition } from "react";
import { toast } from "sonner";
import { LEVEL_WORDS } from "@/components/desk/preflight/preflight-words";
import { type ChosenLevel, RuleRow } from "@/components/desk/settings/rule-row";
import type { Saved } from "@/components/desk/settings/settings-desk";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { LEVELS, type Level } from "@/lib/preflight/schema";
import type { RuleLevels } from "@/lib/preflight/settings";
import type { PublicationSettings, RuleLine } from "@/lib/publication/schema";

interface RuleLevelsFormProps {
  rules: RuleLine[];
  settings: PublicationSettings;
  mayEdit: boolean;
  save(version: number, levels: RuleLevels): Promise<Saved>;
}

/** The levels of the rules, shown as they were chosen before they are saved. */
function useRuleLevels(settings: PublicationSettings, save: RuleLevelsFormProps["save"]) {
  const [levels, show] = useOptimistic(settings.levels);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const put = (version: number, next: RuleLevels, words: string, before: RuleLevels | null) =>
    start(async () => {
      show(next);
      const saved = await save(version, next);
      setFailure("failure" in saved ? saved.failure.message : null);
      if ("failure" in saved) return;
      const undo = before && {
        label: "Undo",
        onClick: () => put(saved.settings.version, before, "It is as it was.", null),
      };
      toast(words, undo ? { action: undo } : undefined);
    });
  const change = (next: RuleLevels, words: string) => {
    if (!pending) put(settings.version, next, words, settings.levels);
  };
  const choose = (rule: RuleLine, level: ChosenLevel) => {
    const { [rule.name]: _, ...others } = levels;
    const next = level === rule.level ? others : { ...others, [rule.name]: level };
    change(next, "The rule is set, for every issue from now on.");
  };
  return { levels, failure, pending, change, choose };
}

/** Every rule of preflight with its level, saved as soon as it is chosen; what was chosen can be undone from the message. */
export function RuleLevelsForm({ rules, settings, mayEdit, save }: RuleLevelsFormProps) {
  const { levels, failure, pending, change, choose } = useRuleLevels(settings, save);
  const differing = Object.keys(levels).length;
  return (
    <section aria-labelledby="rules-h" className="rounded-card border border-hair bg-paper">
      <div className="grid gap-3 p-4 pb-3 sm:p-5 sm:pb-3">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div>
            <h2 id="rules-h" className="font-serif text-xl font-medium">
              Before publishing
            </h2>
            <p className="mt-1 max-w-prose text-quiet">
              What every issue is held to, and how much each rule weighs.{" "}
              {mayEdit ? "" : "Only admins set it otherwise."}
            </p>
          </div>
          {mayEdit && differing > 0 ? (
            <Button pending={pending} onClick={() => change({}, "Every rule is as usual again.")}>
              Set all as usual
            </Button>
          ) : null}
        </div>
        <HowManyDiffer count={differing} />
        {failure ? <Notice kind="error">{failure}</Notice> : null}
      </div>
      {LEVELS.map((level) => (
        <RulesOfLevel
          key={level}
          level={level}
          rules={rules.filter((rule) => rule.level === level)}
          {...{ levels, mayEdit, choose }}
        />
      ))}
    </section>
  );
}

const HowManyDiffer = ({ count }: { count: number }) => (
  <p role="status" className="text-sm text-quiet">
    {count === 0
      ? "Every rule is as usual."
      : `${count} ${count === 1 ? "rule differs" : "rules differ"} from what is usual.`}
  </p>
);

interface RulesOfLevelProps {
  /** What they are usually. */
  level: Level;
  rules: RuleLine[];
  levels: RuleLevels;
  mayEdit: boolean;
  choose(rule: RuleLine, level: ChosenLevel): void;
}

function RulesOfLevel({ level, rules, levels, mayEdit, choose }: RulesOfLevelProps) {
  return (
    <div>
      <h3 className="border-t border-hair bg-desk px-4 py-1.5 text-sm font-medium sm:px-5">
        <span aria-hidden className={level === "note" ? "text-quiet" : "text-line"}>
          {LEVEL_WORDS[level].shape}
        </span>{" "}
        Usually: {LEVEL_WORDS[level].title}
      </h3>
      <ul>
        {rules.map((rule) => (
          <RuleRow
            key={rule.name}
            rule={rule}
            chosen={levels[rule.name] ?? rule.level}
            mayEdit={mayEdit}
            onChoose={(chosen) => choose(rule, chosen)}
          />
        ))}
      </ul>
    </div>
  );
}
