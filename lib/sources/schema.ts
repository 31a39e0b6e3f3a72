import { z } from "zod";
import { id } from "@/lib/id";
import { oneLine } from "@/lib/one-line";

const line = (what: string) => oneLine().max(2_000, { error: `${what} has at most 2,000 characters.` });

/** "example.org/page" as https; what has a scheme of its own means what it says. */
function completed(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/:]+:\d+(\/|$)/.test(address)) return address;
  return /^[^\s/@]+\.[^\s/@]+/.test(address) ? `https://${address}` : address;
}

/** Whether an address carries a user name or a password, which would be published with it. */
function hasCredentials(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username !== "" || password !== "";
}

const storedUrl = z
  .string()
  .trim()
  .transform((value) => (value === "" ? null : completed(value)))
  .pipe(
    z
      .url({
        protocol: /^https?$/,
        error: "An address begins with https:// or http://, such as https://example.org/page.",
      })
      .max(2_000, { error: "An address has at most 2,000 characters." })
      .nullable(),
  );

/** An absolute http(s) address, completed to https where the scheme is missing; an empty string means that there is none yet. */
export const sourceUrl = storedUrl.refine((value) => value === null || !hasCredentials(value), {
  error: "This address carries a user name or a password, which readers would see. Leave that part away.",
});

const title = line("A title").min(1, { error: "A source needs a title." });

/** What one story calls a source where that differs from the source's own fields. */
export const cited = z.strictObject({
  title: line("A title").optional(),
  byline: line("A byline").optional(),
  publisher: line("A publisher").optional(),
  // Also read from the database, so without the rules that are for typing only.
  url: storedUrl.pipe(z.string()).optional(),
});

export const addSourceInput = z
  .strictObject({
    storyId: id,
    /** May be empty where there is an address: then the page says. */
    title: line("A title").default(""),
    byline: line("A byline").default(""),
    publisher: line("A publisher").default(""),
    url: sourceUrl.nullable().default(null),
  })
  .refine(({ title, url }) => title !== "" || url !== null, {
    path: ["title"],
    error: "A source needs a title or an address.",
  });

export const collectSourceInput = z.strictObject({
  url: sourceUrl.pipe(z.string({ error: "An address is needed." })),
  /** What the sender calls it; without one the page says. */
  title: line("A title").default(""),
});

export const sourceIdInput = z.strictObject({ id });
export const nothingInput = z.strictObject({});
const version = z.int().positive().max(2_147_483_647);

/** Everything that rests on `id` is to rest on `into`, both at the versions that were looked at. */
export const mergeSourcesInput = z
  .strictObject({ id, version, into: z.strictObject({ id, version }) })
  .refine((input) => input.id !== input.into.id, { error: "A source cannot be merged with itself." });

export const SOURCE_TYPES = ["primary", "secondary", "pressRelease", "documentation", "social"] as const;
export const ACCESS_NOTES = ["paywall", "captcha", "login"] as const;

/** An empty string where a form has a field for what may be missing. */
const orNothing = (value: unknown) => (value === "" ? null : value);

const NOT_A_DAY = "A source is of a day between the years 1000 and 2199.";

export const editSourceInput = z.strictObject({
  id,
  version,
  title: title.optional(),
  byline: line("A byline").optional(),
  publisher: line("A publisher").optional(),
  url: sourceUrl.nullable().optional(),
  /** ISO. */
  publishedAt: z
    .preprocess(
      orNothing,
      z.iso
        .date({ error: "A date is a day such as 2026-03-14." })
        .refine((date) => date >= "1000" && date < "2200", { error: NOT_A_DAY })
        .nullable(),
    )
    .optional(),
  description: line("A description").optional(),
  sourceType: z.preprocess(orNothing, z.enum(SOURCE_TYPES).nullable()).optional(),
  accessNote: z.preprocess(orNothing, z.enum(ACCESS_NOTES).nullable()).optional(),
  /** BCP 47. */
  language: z
    .preprocess(
      orNothing,
      z
        .string()
        .trim()
        .regex(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i, {
          error: "A language is a code such as en, de or pt-BR.",
        })
        .max(35)
        .nullable(),
    )
    .optional(),
});

const sourceIds = z.array(id).max(100);
/** `base` is the order that the new one was made from. */
export const arrangeSourcesInput = z.strictObject({ storyId: id, base: sourceIds, sourceIds });
export const removeSourceInput = z.strictObject({ storyId: id, sourceId: id });
export const restoreSourceInput = z.strictObject({
  storyId: id,
  sourceId: id,
  position: z.int().positive(),
  cited: cited.default({}),
});
