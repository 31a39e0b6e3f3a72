import type { Person } from "@/prisma/demo/content";

/** Invented; example.org is nobody's (RFC 2606). */
export const people: Record<Person, { name: string; email: string }> = {
  admin: { name: "Maud Ellery", email: "admin@example.org" },
  editor: { name: "Idris Falk", email: "editor@example.org" },
  contributor: { name: "Noor Petrie", email: "contributor@example.org" },
};
