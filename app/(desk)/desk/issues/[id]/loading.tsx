/** While an issue is read: its three panes, so that nothing jumps when the words come. */
export default function Loading() {
  return (
    <main
      aria-busy="true"
      className="grid h-[calc(100dvh-var(--top-bar))] grid-cols-[minmax(0,1fr)] grid-rows-[3.3rem_minmax(0,1fr)]"
    >
      <p role="status" className="border-b border-hair px-4 py-3.5 text-quiet">
        Reading the issue…
      </p>
      <div
        aria-hidden
        className="grid min-h-0 grid-cols-[minmax(0,1fr)] motion-safe:animate-pulse md:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[17.5rem_minmax(0,1fr)_21rem]"
      >
        <div className="border-r border-hair max-md:hidden" />
        <div className="px-3 py-4 sm:px-6 sm:py-6">
          <div className="mx-auto h-96 max-w-[44rem] rounded-card border border-hair bg-paper" />
        </div>
        <div className="border-l border-hair max-xl:hidden" />
      </div>
    </main>
  );
}
