/** The name with its plumb line: a thread and the weight that keeps it upright. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-serif text-lg leading-none font-semibold">
      <svg aria-hidden="true" viewBox="0 0 10 22" className="h-5 w-2.5 text-line" fill="currentColor">
        <path d="M4.4 0h1.2v12H4.4zM5 11l3.6 4.6L5 22l-3.6-6.4z" />
      </svg>
      Plumbline
    </span>
  );
}
