"use client";

import { useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import { NameForm } from "@/components/desk/settings/name-form";
import { RuleLevelsForm } from "@/components/desk/settings/rule-levels-form";
import type { Result } from "@/lib/errors";
import type { RuleLevels } from "@/lib/preflight/settings";
import type { PublicationSettings, RuleLine } from "@/lib/publication/schema";

interface SettingsActions {
  namePublication(input: {
    version: number;
    name: string;
    tagline: string;
  }): Promise<Result<PublicationSettings>>;
  setRuleLevels(input: { version: number; levels: RuleLevels }): Promise<Result<PublicationSettings>>;
}

interface SettingsDeskProps {
  settings: PublicationSettings;
  rules: RuleLine[];
  mayEdit: boolean;
  actions: SettingsActions;
}

/** What a save came to: the settings that stand now, or why nothing was saved. */
export type Saved = { settings: PublicationSettings } | { failure: Failure };

/** The publication's settings: its name, and how much each rule of preflight weighs. */
export function SettingsDesk({ settings: given, rules, mayEdit, actions }: SettingsDeskProps) {
  const [settings, setSettings] = useState(given);
  /** Also when it is refused for an older version: then what stands is shown. */
  const save = async (call: Promise<Result<PublicationSettings>>): Promise<Saved> => {
    const answer = await attempt(call);
    const standing = answer.ok ? answer.value : currentOf(answer.error);
    if (standing) setSettings(standing);
    return answer.ok ? { settings: answer.value } : { failure: answer.error };
  };
  return (
    <div className="grid gap-6">
      <NameForm
        settings={settings}
        mayEdit={mayEdit}
        save={(words) => save(actions.namePublication({ version: settings.version, ...words }))}
      />
      <RuleLevelsForm
        rules={rules}
        settings={settings}
        mayEdit={mayEdit}
        save={(version, levels) => save(actions.setRuleLevels({ version, levels }))}
      />
    </div>
  );
}

function currentOf({ code, details }: Failure): PublicationSettings | null {
  if (code !== "conflict" || typeof details !== "object" || details === null) return null;
  return "current" in details ? (details.current as PublicationSettings) : null;
}
