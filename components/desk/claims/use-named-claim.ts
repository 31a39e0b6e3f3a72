"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import type { ClaimsState, StoryClaims } from "@/components/desk/claims/claims-store";

/** Led here by an address with ?claim=…, comes to that claim once it is known: it is taken in hand, and its words are shown. */
export function useNamedClaim(claims: StoryClaims | null, state: ClaimsState | null): void {
  const named = useSearchParams().get("claim");
  const arrived = useRef<string | null>(null);
  useEffect(() => {
    if (!claims || !named || arrived.current === named || !state?.known) return;
    if (!state.claims.some(({ id }) => id === named)) return;
    arrived.current = named;
    claims.select(named, "come");
    claims.reveal(named);
  }, [claims, state, named]);
}
