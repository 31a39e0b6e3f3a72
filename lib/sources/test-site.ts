import type { IncomingMessage, ServerResponse } from "node:http";
import { Politeness } from "@/lib/fetch/politeness";
import { serveSite, type TestServer, testDoor } from "@/lib/fetch/test-web";
import { newVisits, type Visits } from "@/lib/sources/check";

// A site whose pages a test writes and changes, for the tests and measurements of everything that looks at sources.

export interface TestPage {
  title?: string;
  paragraphs?: string[];
  /** What it calls its own address. */
  canonical?: string;
  /** Answered instead of a page. */
  status?: number;
  location?: string;
  etag?: string;
}

/** Prose enough for a page to be taken for an article; nobody's words but ours. */
export const PROSE = [
  "The harbour board met on Tuesday to settle what berths will cost from the spring, and it did so with less noise than the year before, when two meetings ended without a vote and the third one late at night.",
  "Ships that can draw power from the quay pay a fifth less, the board said, while those that keep their engines running pay as before; the cables are to be ready along the whole northern quay by the end of May.",
  "Fishermen asked for an exception for boats under twelve metres. The board promised to look at the figures of the first season and to come back to it in the autumn, with numbers from every landing place.",
];

export const htmlPage = ({ title = "Berth fees settled", paragraphs = PROSE, canonical }: TestPage): string =>
  `<!doctype html><html lang="en"><head><title>${title} — The Quay</title>
<meta property="og:site_name" content="The Quay"><meta name="author" content="Ada Marsh">
<meta property="article:published_time" content="2026-03-14T09:00:00Z">${canonical ? `<link rel="canonical" href="${canonical}">` : ""}</head>
<body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article></body></html>`;

export interface TestSite {
  pages: Map<string, TestPage>;
  robots: string;
  /** Paths asked for, robots.txt left out, in order; the host in front. */
  asked: string[];
  server: TestServer;
  url(path: string, host?: string): string;
  visits: Visits;
  stop(): Promise<void>;
}

function answer(site: TestSite, request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? "/", "http://site.example");
  if (pathname === "/robots.txt")
    return void response.writeHead(200, { "Content-Type": "text/plain" }).end(site.robots);
  site.asked.push(`${request.headers.host?.split(":")[0]}${pathname}`);
  const page = site.pages.get(pathname);
  if (page === undefined) return void response.writeHead(404).end();
  if (page.location) return void response.writeHead(page.status ?? 301, { Location: page.location }).end();
  if (page.status) return void response.writeHead(page.status).end();
  if (page.etag && request.headers["if-none-match"] === page.etag) return void response.writeHead(304).end();
  const headers = { "Content-Type": "text/html; charset=utf-8", ...(page.etag ? { ETag: page.etag } : {}) };
  response.writeHead(200, headers).end(htmlPage(page));
}

/** Starts a site that every name of the web leads to. */
export async function startTestSite(): Promise<TestSite> {
  const server = await serveSite((request, response) => answer(site, request, response));
  const site: TestSite = {
    pages: new Map(),
    robots: "",
    asked: [],
    server,
    url: (path, host = "quay.example.com") => `http://${host}:${server.port}${path}`,
    visits: newVisits(testDoor([server]), new Politeness({ atOnce: 1, gapMs: 0 })),
    stop: () => server.stop(),
  };
  return site;
}
