"use client";

import { Command } from "cmdk";
import { useCallback, useState } from "react";
import type { ForecastActions } from "@/components/desk/forecasts/forecast-actions";
import { PickField, PickState } from "@/components/desk/pick-list";
import { bareAddress } from "@/components/desk/sources/source-lines";
import { useAnswer } from "@/components/desk/use-answer";
import { Button } from "@/components/ui/button";

/** A source of the library, or an address that is collected when its words are looked for. */
export interface PickedSource {
  asked: { id: string } | { url: string };
  title: string;
}

interface SettlingSourceProps {
  claimId: string;
  actions: ForecastActions;
  picked: PickedSource | null;
  onPick: (source: PickedSource | null) => void;
}

/** Where it says so: picked among the sources by their words, those of the forecast's own story first, or a pasted address. */
export function SettlingSource({ picked, onPick, ...rest }: SettlingSourceProps) {
  if (!picked) return <Choice onPick={onPick} {...rest} />;
  return (
    <div className="flex items-baseline gap-2 text-sm">
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <span className="text-quiet">In </span>
        {picked.title}
      </p>
      <Button size="sm" variant="quiet" onClick={() => onPick(null)}>
        Another source
      </Button>
    </div>
  );
}

const isAddress = (words: string) =>
  /^https?:\/\/\S+$/iu.test(words) || /^[^\s/@]+\.[^\s/@]+\S*$/u.test(words);

function Choice({ claimId, actions: { findSources }, onPick }: Omit<SettlingSourceProps, "picked">) {
  const [typed, setTyped] = useState("");
  const words = typed.trim();
  const ask = useCallback(() => findSources({ claimId, words }), [claimId, words, findSources]);
  const found = useAnswer(ask);
  const sources = found?.ok ? found.value : [];
  const address = isAddress(words) && !sources.some(({ url }) => url === words) ? words : null;
  return (
    <Command label="Where it says so" shouldFilter={false} loop>
      <PickField
        autoFocus
        value={typed}
        onValueChange={setTyped}
        maxLength={500}
        placeholder="Words of a source, or its address"
      />
      <Command.List label="Sources" className="mt-2 max-h-44 overflow-y-auto overscroll-contain">
        {address ? (
          <Item
            value={address}
            title={bareAddress(address)}
            remark="Collect this page"
            onSelect={() => onPick({ asked: { url: address }, title: bareAddress(address) })}
          />
        ) : null}
        {sources.map(({ id, title, publisher }) => (
          <Item
            key={id}
            value={id}
            title={title}
            remark={publisher}
            onSelect={() => onPick({ asked: { id }, title })}
          />
        ))}
      </Command.List>
      <PickState>
        {found === null ? "Reading…" : null}
        {found?.ok === false ? `The sources could not be read. ${found.error.message}` : null}
        {found?.ok && sources.length === 0 && !address
          ? "No source has these words. Paste an address."
          : null}
      </PickState>
    </Command>
  );
}

interface ItemProps {
  value: string;
  title: string;
  remark: string;
  onSelect: () => void;
}

function Item({ value, title, remark, onSelect }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer flex-wrap items-center justify-between gap-x-3 rounded-control px-2.5 py-1 text-sm data-[selected=true]:bg-wash"
    >
      <span className="min-w-0 [overflow-wrap:anywhere]">{title}</span>
      <span className="text-xs text-quiet">{remark}</span>
    </Command.Item>
  );
}
