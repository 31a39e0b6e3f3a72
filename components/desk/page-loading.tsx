/** While a page of the desk is read: its outline, so that nothing jumps when the words come. */
export function PageLoading() {
  return (
    <main aria-busy="true" className="mx-auto max-w-5xl px-4 py-8">
      <p role="status" className="sr-only">
        Loading…
      </p>
      <div aria-hidden className="grid gap-4 motion-safe:animate-pulse">
        <div className="h-7 w-48 rounded-control bg-wash" />
        <div className="h-64 rounded-card border border-hair bg-paper" />
      </div>
    </main>
  );
}
