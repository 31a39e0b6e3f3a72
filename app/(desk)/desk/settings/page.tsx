import type { Metadata } from "next";
import { SettingsDesk } from "@/components/desk/settings/settings-desk";
import { requireDeskActor } from "@/lib/auth/session";
import { can } from "@/lib/policy";
import { getSettings, listRules } from "@/lib/publication/queries";
import { namePublication, setRuleLevels } from "./actions";

export const metadata: Metadata = { title: "Settings" };

/** The publication's settings: admins change them, everybody else reads. */
export default async function Settings() {
  const actor = await requireDeskActor();
  const mayEdit = can(actor, "settings.edit");
  return (
    <main className="mx-auto max-w-4xl px-4 py-8">
      <h1 className="mb-1 font-serif text-2xl font-medium">Settings</h1>
      <p className="mb-6 text-quiet">
        {mayEdit
          ? "They hold for the whole publication."
          : "They hold for the whole publication; admins change them."}
      </p>
      <SettingsDesk
        settings={await getSettings(actor)}
        rules={listRules()}
        mayEdit={mayEdit}
        actions={{ namePublication, setRuleLevels }}
      />
    </main>
  );
}
