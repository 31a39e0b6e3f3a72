import type { Result } from "@/lib/errors";
import type { RestoreUndo, RevisionLine, RevisionTarget } from "@/lib/revisions/schema";

/** What a panel of versions needs; app/(desk)/desk/revisions/actions.ts gives it. */
export interface RevisionActions {
  list(target: RevisionTarget): Promise<Result<RevisionLine[]>>;
}

/** What the page of versions does. */
export interface RevisionDeeds {
  nameRevision(input: {
    id: string;
    version: number;
    name: string;
  }): Promise<Result<{ name: string | null }>>;
  restoreRevision(input: RestoreUndo): Promise<Result<{ version: number; undo: RestoreUndo }>>;
}
