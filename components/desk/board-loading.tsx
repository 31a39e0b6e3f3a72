/** While a board is read: its columns, so that nothing jumps when the cards come. */
export function BoardLoading() {
  return (
    <main aria-busy="true" className="mx-auto max-w-6xl px-3 py-6 sm:px-4">
      <p role="status" className="mb-5 text-quiet">
        Reading the board…
      </p>
      <div aria-hidden className="grid gap-3 motion-safe:animate-pulse md:grid-cols-3">
        <div className="h-64 rounded-card bg-wash" />
        <div className="h-64 rounded-card bg-wash max-md:hidden" />
        <div className="h-64 rounded-card bg-wash max-md:hidden" />
      </div>
    </main>
  );
}
