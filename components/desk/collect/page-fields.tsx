import { useLook } from "@/components/desk/collect/use-look";
import type { CollectActions } from "@/components/desk/inbox/inbox-actions";
import { AlreadyKnown } from "@/components/desk/inbox/used-in";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";

/** A page as it was sent here. */
export interface SharedPage {
  url: string;
  title: string;
  text: string;
}

interface PageFieldsProps {
  words: SharedPage;
  change: (changes: Partial<SharedPage>) => void;
  actions: CollectActions;
}

/** What is known of the page, to be put right: its address, its title, and what was selected on it. */
export function PageFields({ words, change, actions }: PageFieldsProps) {
  const isReady = useHydrated();
  return (
    <>
      <Field label="Address">
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            readOnly={!isReady}
            value={words.url}
            onChange={(event) => change({ url: event.target.value })}
          />
        )}
      </Field>
      <Known url={words.url} actions={actions} />
      <Field label="Title" hint="May be empty: then the page itself is asked.">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={500}
            readOnly={!isReady}
            value={words.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="What you selected" hint="Kept with the page, for evidence.">
        {(control) => (
          <textarea
            {...control}
            rows={4}
            readOnly={!isReady}
            value={words.text}
            onChange={(event) => change({ text: event.target.value })}
            className="block w-full resize-y rounded-control border border-edge bg-paper px-2.5 py-1.5 font-serif text-lg leading-snug max-sm:text-[1rem]"
          />
        )}
      </Field>
    </>
  );
}

/** Where the address is used already, or that it waits. */
function Known({ url, actions }: { url: string; actions: CollectActions }) {
  const look = useLook(url === "" ? [] : [url.slice(0, 2_000)], null, actions.lookAtAddresses);
  const [known] = look?.ok ? look.value.addresses : [];
  return (
    <div aria-live="polite" className="-mt-2 empty:hidden">
      <AlreadyKnown known={known} />
    </div>
  );
}
