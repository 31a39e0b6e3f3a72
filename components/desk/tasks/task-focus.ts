/** Whether a key is not meant for the tasks: a command of the browser, or something lies over them. */
export const isElsewhere = (event: KeyboardEvent) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;

/** Every task of the page as it stands, forecasts among them; without those that are folded away. */
const cards = () =>
  [...document.querySelectorAll<HTMLElement>("#content [data-task]")].filter((card) =>
    card.checkVisibility(),
  );

/** The id of the task that has the focus, or in which something has. */
export const focusedTask = () => document.activeElement?.closest<HTMLElement>("[data-task]")?.dataset.task;

/** To the next task, or the one before. */
export function stepTask(by: 1 | -1): void {
  const all = cards();
  const at = all.findIndex((card) => card.dataset.task === focusedTask());
  const next = at < 0 ? (by === 1 ? 0 : all.length - 1) : at + by;
  all[Math.min(all.length - 1, Math.max(0, next))]?.focus();
}

/** The place of a task among all, from 0; -1 for one that is gone. */
export const placeOfTask = (id: string) => cards().findIndex((card) => card.dataset.task === id);

/** To the task that stands at a place now, or the last one; to the page itself where none is left. */
export function focusTaskAt(place: number): void {
  const all = cards();
  (all[place] ?? all.at(-1) ?? document.querySelector<HTMLElement>("#content"))?.focus();
}

/** The focus goes on when a task leaves. */
export function focusNextTask(id: string): void {
  const all = cards();
  const at = placeOfTask(id);
  (all[at + 1] ?? all[at - 1] ?? document.querySelector<HTMLElement>("#content"))?.focus();
}
