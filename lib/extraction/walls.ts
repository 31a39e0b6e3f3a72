import type { Wall } from "./extract.ts";
import { typesOf } from "./json-ld.ts";
import type { PageFacts } from "./page-facts.ts";

/** What a wall is told by. */
export interface Seen {
  facts: PageFacts;
  /** The markup as it came, scripts included. */
  html: string;
  /** The readable text. */
  text: string;
}

const SENTENCES: Record<Wall, string> = {
  captcha:
    "The site asks whoever opens this page to prove that they are human, so its words could not be read. Open it in a browser and add what it says by hand.",
  login:
    "The site shows this page only to people who have signed in there. Open it in a browser and add what it says by hand.",
  paywall:
    "The site shows this page in full only to its subscribers. Open it in a browser and add what it says by hand.",
};

export const sentenceOf = (wall: Wall): string => SENTENCES[wall];

/** In the markup of nothing but a challenge. (Cloudflare puts /cdn-cgi/challenge-platform/ into ordinary pages too.) */
const CHALLENGE =
  /_cf_chl_opt|\/cdn-cgi\/challenge-platform\/h\/[a-z]\/orchestrate\/chl_page|id=["']?(?:challenge-form|challenge-running|cf-challenge|px-captcha)\b|(?:ct|geo)\.captcha-delivery\.com|\b_pxAppId\b[^<]{0,400}captcha|\/_Incapsula_Resource\?[^"']*incident_id|awsWafCookieDomainList|window\.gokuProps|\/sec-if-cpt-container|distil_r_captcha/i;
const CHALLENGE_TITLE =
  /^(?:just a moment\W*|attention required!?(?: \| cloudflare)?|access to this page has been denied\W*|(?:are )?you(?: are)? (?:not )?a robot\W*|robot (?:check|or human)\W*|human verification|pardon our interruption\W*|security (?:check|verification)|verify(?:ing)? (?:that )?you are (?:a )?human\W*|checking your browser.*|einen moment\W*|un instant\W*|un momento\W*|请稍候\W*|安全验证|验证码)$/i;
const WIDGET =
  /class=["'][^"']*\b(?:g-recaptcha|h-captcha|cf-turnstile)\b|(?:hcaptcha\.com|google\.com\/recaptcha|recaptcha\.net|challenges\.cloudflare\.com)\/[^"']*["']/i;
const PROVE =
  /verify(?:ing)? (?:that )?you are (?:a )?human|confirm (?:that )?you(?:'|’| a)re (?:a )?human|prove (?:that )?you(?:'|’| a)re (?:not a robot|human)|not a (?:ro)?bot|unusual (?:traffic|activity) from|enable javascript and cookies to continue|press (?:&|and) hold|complete the (?:captcha|security check)|solve (?:this|the) (?:captcha|puzzle)|überprüfen,? (?:ob|dass) sie ein mensch|vérifi\w+ que vous êtes (?:un )?humain|verifica\w* que (?:usted )?(?:eres|es) (?:un )?humano|ロボットではありません|请完成(?:安全)?验证/i;

/** A challenge says a sentence or two, an article that speaks of one says more. */
const SHORT_CHALLENGE = 1_500;
const SHORTER_CHALLENGE = 700;

function isCaptcha({ facts, html, text }: Seen): boolean {
  if (text.length > SHORT_CHALLENGE) return false;
  if (CHALLENGE.test(html)) return true;
  const title = facts.document.querySelector("title")?.textContent?.trim() ?? "";
  const clues = [
    CHALLENGE_TITLE.test(title),
    WIDGET.test(html),
    PROVE.test(text) || PROVE.test(facts.headings.join(" ")),
  ];
  return text.length <= SHORTER_CHALLENGE && clues.filter(Boolean).length >= 2;
}

const SIGN_IN_PATH =
  /\/(?:(?:users?|accounts?|auth|authn|sso|oauth2?|session)\/)*(?:log-?in|sign-?in|authwall|anmelden|connexion|iniciar-sesion|servicelogin|authorize|checkpoint)(?:\/|$|\.|;)/i;
const SIGN_IN_HOST = /^(?:accounts|login|signin|auth|sso|id|idp|identity)\.|^login\.microsoftonline\.com$/;
const SIGN_IN_WORDS =
  /\b(?:log|sign) ?-?in\b|\banmelden\b|\beinloggen\b|\bconnectez-vous\b|\bse connecter\b|\biniciar sesión\b|\binicia sesión\b|\binloggen\b|\bacced[ie]\b|\bentrar\b|ログイン|登录|登錄/i;
/** What a page asks for beside the form ("Forgotten your password?", the terms) is little. */
const SHORT_SIGN_IN = 600;

function isArticle({ works, meta }: PageFacts): boolean {
  const types = works.flatMap(typesOf);
  return types.some((type) => /Article$|Posting$/.test(type)) || meta.has("article:published_time");
}

function isLogin({ facts, text }: Seen): boolean {
  if (text.length > SHORT_SIGN_IN || isArticle(facts)) return false;
  const url = new URL(facts.url);
  const address = SIGN_IN_PATH.test(url.pathname) || SIGN_IN_HOST.test(url.host);
  const inputs = [...facts.document.querySelectorAll("input")].map((input) =>
    input.getAttribute("type")?.toLowerCase(),
  );
  const asks = SIGN_IN_WORDS.test(
    `${facts.headings.join(" ")} ${text} ${facts.document.querySelector("title")?.textContent ?? ""}`,
  );
  const form = facts.document.querySelector('input[type="password" i]')?.closest("form");
  const inHeader = form?.closest(
    'header, nav, footer, aside, [role="banner"], [role="dialog"], [class*="modal" i], [class*="header" i]',
  );
  if (inputs.includes("password")) return address || (asks && !inHeader);
  return address && asks && inputs.some((type) => type === "email" || type === "text" || type === "tel");
}

/** What stands where the rest of an article would be. Only in a block of its own, never inside a paragraph that goes on. */
const SUBSCRIBE =
  /(?:subscribe|sign up|register|log in|join)(?: now| today| for free)? to (?:continue|keep|finish) reading|(?:continue|keep) reading (?:with|for)|to (?:continue|keep) reading,? (?:subscribe|sign|log|register)|(?:this|the full) (?:article|story|content) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:our )?(?:paid )?(?:subscribers|members)|already a (?:subscriber|member)\?|to read the (?:full|rest of (?:the|this)) (?:story|article)|(?:jetzt )?weiterlesen mit|lesen sie (?:diesen|den ganzen) artikel mit|dieser (?:artikel|inhalt) ist (?:nur )?(?:für|exklusiv)|réservé (?:e )?(?:aux|à nos) abonnés|il vous reste [\d.,]+ ?% de cet article|para seguir leyendo|(?:contenido|artículo) (?:exclusivo )?para suscriptores|exclusivo para assinantes|alleen voor abonnees|verder lezen\?|有料会員限定|会員限定記事|订阅后|登录后继续阅读/i;
const WALL_ELEMENT =
  '[class*="paywall" i], [id*="paywall" i], [class*="regwall" i], [class*="subscriber-only" i], [class*="premium-wall" i], [class*="piano-offer" i]';
const LONGEST_BLOCK = 280;
/** A teaser. Metered sites send the whole article, which is then read as it is. */
const TEASER = 1_800;

const isNotFree = ({ things }: PageFacts) =>
  things.some(
    (thing) =>
      /^(?:false|no|0)$/i.test(String(thing.isAccessibleForFree ?? "")) &&
      typesOf(thing).some((type) => /Article$|Posting$|^WebPage$/.test(type)),
  );

function isPaywall({ facts, text }: Seen): boolean {
  if (text.length > TEASER) return false;
  const hasSaid = facts.meta.get("article:content_tier")?.some((tier) => /locked/i.test(tier)) ?? false;
  if (isNotFree(facts) || hasSaid) return true;
  const blocks = [
    ...facts.document.querySelectorAll("p, div, section, aside, h2, h3, h4, span, a, button"),
  ].slice(0, 5_000);
  const offers = blocks.some((block) => {
    const words = block.textContent?.trim() ?? "";
    return (
      words.length < LONGEST_BLOCK && SUBSCRIBE.test(words) && !(block.tagName === "P" && words.length > 160)
    );
  });
  return (
    offers &&
    (facts.document.querySelector(WALL_ELEMENT) !== null ||
      isArticle(facts) ||
      /\b(?:subscribe|abo|abonn\w*|suscr\w*|assin\w*)\b|会員|订阅/i.test(text))
  );
}

/** The wall that stands before a page's words, or null. Every rule asks for little text as well: an article about walls is none. */
export function findWall(seen: Seen): Wall | null {
  if (isCaptcha(seen)) return "captcha";
  if (isLogin(seen)) return "login";
  return isPaywall(seen) ? "paywall" : null;
}
