/** What stands over a draft that is shared by a private link. */
export function DraftNotice({ sharedBy }: { sharedBy: string | null }) {
  return (
    <p className="draft">
      <span className="shape" aria-hidden="true">
        ◇
      </span>
      <strong>Draft, not published.</strong> Shared by {sharedBy ?? "the desk"}.
    </p>
  );
}
