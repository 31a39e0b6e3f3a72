import slugify from "@sindresorhus/slugify";
import type { Db } from "@/lib/db";

/** Longest slug made from a title, in characters; an editor may type a longer one. */
const LONGEST = 60;

/** The address a title suggests: lower-case ASCII words joined by hyphens; `otherwise` where the title has none. */
export function slugFrom(title: string, otherwise = "issue"): string {
  const slug = slugify(title);
  if (slug.length <= LONGEST) return slug || otherwise;
  const cut = slug.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 1)) || otherwise;
}

/** `slugFrom(title)`, or the first of "-2", "-3", … that no issue has yet, trashed ones included; kept free until the transaction ends. */
export async function freeSlug(db: Db, title: string): Promise<string> {
  const wanted = slugFrom(title);
  // Two issues of one title at once: the second waits here and finds the first one's address taken.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`slug ${wanted}`}))`;
  const taken = await db.issue.findMany({
    where: { OR: [{ slug: wanted }, { slug: { startsWith: `${wanted}-` } }] },
    select: { slug: true },
  });
  const slugs = new Set(taken.map((issue) => issue.slug));
  if (!slugs.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) {
    if (!slugs.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
  }
}
