import type { Result } from "@/lib/errors";
import type { CreatePreviewLink, PreviewLinkLine } from "@/lib/previews/schema";

type Action<I, T> = (input: I) => Promise<Result<T>>;

/** What sharing a draft needs; app/(desk)/desk/issues/[id]/preview/actions.ts gives them. */
export interface PreviewActions {
  createPreviewLink: Action<CreatePreviewLink, { id: string; address: string }>;
  listPreviewLinks: Action<{ issueId: string }, PreviewLinkLine[]>;
  revokePreviewLink: Action<{ id: string }, { id: string }>;
  restorePreviewLink: Action<{ id: string }, { id: string }>;
}
