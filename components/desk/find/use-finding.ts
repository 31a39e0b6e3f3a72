"use client";

import { useState } from "react";
import { useCommands } from "@/components/desk/commands";
import { FindStore } from "@/components/desk/find/find-store";

/** Find and replace on this page, as a command: by the palette and by its keys, with the selected words if there are any. */
export function useFinding(): FindStore {
  const [store] = useState(() => new FindStore());
  useCommands([
    {
      id: "find",
      title: "Find and replace",
      group: "This issue",
      words: "search substitute",
      run: () => store.open(window.getSelection()?.toString()),
    },
  ]);
  return store;
}
