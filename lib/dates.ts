/** The ISO date (no time) of a DATE column, which Prisma gives as midnight UTC; null stays null. */
export function isoDate(value: Date | null): string | null {
  return value === null ? null : value.toISOString().slice(0, 10);
}

/** What Prisma takes for a DATE column: midnight UTC of an ISO date; null stays null. */
export function dateColumn(value: string | null): Date | null {
  return value === null ? null : new Date(`${value}T00:00:00.000Z`);
}

/** The ISO date of a moment, in UTC: the day by which what is published falls due. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
