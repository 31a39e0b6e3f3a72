import { serveSite, type TestServer } from "@/lib/fetch/test-web";
import type { SourceState } from "@/lib/sources/state";
import { htmlPage, PROSE } from "@/lib/sources/test-site";

export const HOSTS = 40;
export const SOURCES = 1_000;

/** The passage that every claim of the measurement rests on. */
export const QUOTED = "pay a fifth less, the board said";

/** What becomes of a source between the first reading and the check, by its number. */
export const FATES: { fate: string; state: SourceState }[] = [
  { fate: "same", state: "live" },
  { fate: "same", state: "live" },
  { fate: "same", state: "live" },
  { fate: "notModified", state: "live" },
  { fate: "moved", state: "moved" },
  { fate: "changed", state: "drifted" },
  { fate: "quotationGone", state: "quotationGone" },
  { fate: "notFound", state: "dead" },
  { fate: "forbidden", state: "blocked" },
  { fate: "robots", state: "blocked" },
];
export const fateOf = (number: number) =>
  FATES[number % FATES.length] ?? { fate: "same", state: "live" as const };

export const hostOf = (number: number): string =>
  `site-${Math.floor(number / FATES.length) % HOSTS}.example.com`;

export interface CheckedWeb {
  server: TestServer;
  /** From now on the pages are as their fates say. */
  change(): void;
  /** Most requests that were under way at one host at once, robots.txt left out. */
  mostAtOnce(): number;
  requests(): number;
}

const ROBOTS = "User-agent: *\nDisallow: /robots/";

/** The web of the measurement: every page answers after some milliseconds, so that requests would overlap if they were let. */
export async function startWeb(): Promise<CheckedWeb> {
  let changed = false;
  let requests = 0;
  let most = 0;
  const underWay = new Map<string, number>();
  const server = await serveSite(async (request, response) => {
    const host = request.headers.host ?? "";
    const path = request.url ?? "/";
    // Before the change nobody is kept out.
    if (path === "/robots.txt") return void response.end(changed ? ROBOTS : "");
    requests += 1;
    underWay.set(host, (underWay.get(host) ?? 0) + 1);
    most = Math.max(most, underWay.get(host) ?? 0);
    let isUnderWay = true;
    const answered = () => {
      if (isUnderWay) underWay.set(host, (underWay.get(host) ?? 1) - 1);
      isUnderWay = false;
    };
    response.on("close", answered);
    await new Promise((resolve) => setTimeout(resolve, 20));
    // An answer is sent within "end()", but told to be closed only some turns later: the asker may be back by then.
    answered();
    const [, kind = "same", number = "0"] = path.split("/");
    const fate = changed ? kind : "same";
    const html = { "Content-Type": "text/html; charset=utf-8", ETag: `"${number}"` };
    if (fate === "notModified" && request.headers["if-none-match"] === `"${number}"`)
      return void response.writeHead(304).end();
    if (fate === "notFound") return void response.writeHead(404).end();
    if (fate === "forbidden") return void response.writeHead(403).end();
    if (fate === "moved") return void response.writeHead(301, { Location: `/same/${number}/new` }).end();
    response
      .writeHead(200, { ...html, ETag: `"${number} ${fate}"` })
      .end(htmlPage({ paragraphs: paragraphs(fate, number) }));
  });
  return {
    server,
    change: () => {
      changed = true;
    },
    mostAtOnce: () => most,
    requests: () => requests,
  };
}

function paragraphs(fate: string, number: string): string[] {
  const own = [...PROSE, `This is the report on berth number ${number} of the northern quay, one of many.`];
  if (fate === "changed") return [...own, "The board has taken the fee back since, it said in the evening."];
  if (fate === "quotationGone")
    return own.map((text) => text.replace(QUOTED, "pay a tenth less, the board said"));
  return own;
}
