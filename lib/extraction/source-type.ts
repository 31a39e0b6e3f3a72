import type { SourceType } from "./extract.ts";
import { typesOf } from "./json-ld.ts";
import type { PageFacts } from "./page-facts.ts";
import type { Found } from "./rules.ts";

// Each line is a ground on which an editor would say the same without reading the text. Where none fits, a person says it.

/** Registered domains, or hosts, with all that is below them. */
const HOSTS: Record<Exclude<SourceType, "secondary">, string[]> = {
  // Distributors of press releases.
  pressRelease:
    "prnewswire.com prnewswire.co.uk businesswire.com globenewswire.com newswire.ca accesswire.com prweb.com einpresswire.com presseportal.de presseportal.ch ots.at eqs-news.com prtimes.jp newswire.co.kr prnasia.com cision.com newsfilecorp.com".split(
      " ",
    ),
  // Posts by whoever has an account.
  social:
    "x.com twitter.com facebook.com instagram.com threads.net threads.com linkedin.com bsky.app mastodon.social reddit.com tiktok.com weibo.com weibo.cn t.me vk.com news.ycombinator.com lobste.rs discord.com pinterest.com tumblr.com xiaohongshu.com zhihu.com".split(
      " ",
    ),
  documentation:
    "readthedocs.io readthedocs.org developer.mozilla.org docs.rs pkg.go.dev learn.microsoft.com man7.org developer.apple.com cppreference.com devdocs.io wiki.archlinux.org".split(
      " ",
    ),
  // Research as its authors wrote it, registers, laws, courts, statistics.
  primary:
    "arxiv.org biorxiv.org medrxiv.org ssrn.com zenodo.org doi.org europa.eu sec.gov un.org bis.org imf.org oecd.org rfc-editor.org ietf.org w3.org clinicaltrials.gov bundesanzeiger.de".split(
      " ",
    ),
};
/** Governments' own domains. */
const GOVERNMENT =
  /(?:^|\.)(?:gov|mil|gov\.[a-z]{2}|gob\.[a-z]{2}|gouv\.fr|go\.jp|go\.kr|bund\.de|admin\.ch|gv\.at|gc\.ca|govt\.nz)$/;

const PRESS_PATH =
  /\/(?:press-?releases?|news-?releases?|media-?releases?|pressemitteilung(?:en)?|medienmitteilung(?:en)?|communiques?(?:-de-presse)?|comunicados?(?:-de-prensa)?|persbericht(?:en)?|newsroom|press-?room)(?:\/|$|\.)/i;
const PRESS_HOST = /^(?:newsroom|pressroom|press|presse|mediacenter)\./;
const DOCUMENTATION_HOST = /^(?:docs?|developers?|devdocs|manual|api-docs|documentation|readme)\./;
const DOCUMENTATION_PATH =
  /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:docs|documentation|manual|api-reference)(?:\/|$)/i;
/** What pages are made with, where it makes nothing but documentation. */
const DOCUMENTATION_GENERATOR =
  /^(?:sphinx|docusaurus|mkdocs|vitepress|gitbook|antora|rustdoc|javadoc|mdbook|docfx|readme\.io|doxygen)/i;
const REPOSITORY = /^\/[^/]+\/[^/]+(?:\/?$|\/blob\/.+\.(?:md|rst|txt|adoc)$)/i;

const TYPES: [RegExp, SourceType][] = [
  [/^(?:TechArticle|APIReference|SoftwareSourceCode)$/, "documentation"],
  [/^(?:SocialMediaPosting|DiscussionForumPosting)$/, "social"],
  [
    /^(?:ScholarlyArticle|MedicalScholarlyArticle|Dataset|Legislation|LegislationObject|Report|Thesis)$/,
    "primary",
  ],
  [/^(?:News|ReportageNews|AnalysisNews|BackgroundNews|OpinionNews|ReviewNews)Article$/, "secondary"],
];

const isOn = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

function byHost({ host, url }: PageFacts): SourceType | null {
  if (/^git(?:hub|lab)\.com$/.test(host))
    return REPOSITORY.test(new URL(url).pathname) ? "documentation" : null;
  for (const type of ["pressRelease", "social", "documentation", "primary"] as const)
    if (HOSTS[type].some((domain) => isOn(host, domain))) return type;
  return DOCUMENTATION_HOST.test(host) ? "documentation" : PRESS_HOST.test(host) ? "pressRelease" : null;
}

function byJsonLd({ works }: PageFacts): SourceType | null {
  const types = works.flatMap(typesOf);
  return TYPES.find(([pattern]) => types.some((type) => pattern.test(type)))?.[1] ?? null;
}

/** Which kind of source a page is, where there is a good ground to say so; otherwise null. */
export function findSourceType(facts: PageFacts): Found {
  const path = new URL(facts.url).pathname;
  const said = (from: string, value: SourceType | null | false) => (value ? { from, value } : null);
  return (
    said("host", byHost(facts)) ??
    said("url", PRESS_PATH.test(path) && "pressRelease") ??
    said(
      "generator",
      DOCUMENTATION_GENERATOR.test(facts.meta.get("generator")?.[0] ?? "") && "documentation",
    ) ??
    said("host", GOVERNMENT.test(facts.host) && "primary") ??
    said("json-ld", byJsonLd(facts)) ??
    said("highwire", facts.meta.has("citation_title") && facts.meta.has("citation_author") && "primary") ??
    said("url", DOCUMENTATION_PATH.test(path) && "documentation")
  );
}
