"use client";

import { useEffect } from "react";
import type { SelectPart } from "@/components/desk/part";

interface IssueHere {
  issueId: string;
  select: SelectPart;
}

let here: IssueHere | null = null;

/** Says which issue is on the screen, and how one goes to a part of it. */
export function useIssueHere(issueId: string, select: SelectPart): void {
  useEffect(() => {
    here = { issueId, select };
    return () => {
      here = null;
    };
  }, [issueId, select]);
}

/** Goes to a part of the issue that is on the screen; false when that is another one. */
export function goHere(issueId: string, part: Parameters<SelectPart>[0]): boolean {
  if (here?.issueId !== issueId) return false;
  here.select(part, "focus");
  return true;
}
