import { expect, test } from "vitest";
import { withWords } from "@/bench/pages/words";
import { readPage } from "@/lib/extraction/read-page";

const ARTICLE = withWords("[[5 en]]");
const URL_OF_ARTICLE = "https://paper.example/news/berth";

async function outcomeOf(text: string, url = URL_OF_ARTICLE): Promise<string> {
  const result = await readPage({ url, mediaType: "text/html", text, body: new Uint8Array() });
  return result.outcome === "wall" ? result.wall : result.outcome;
}

test.each([
  [
    "Cloudflare",
    `<html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"></head><body><div class="main-wrapper"><div class="main-content"><noscript><div>Enable JavaScript and cookies to continue</div></noscript></div></div><script>(function(){window._cf_chl_opt={cvId:'3',cZone:"paper.example"};}());</script></body></html>`,
  ],
  [
    "DataDome",
    `<html><head><title>paper.example</title></head><body><p id="cmsg">Please enable JS and disable any ad blocker</p><script data-cfasync="false">var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>`,
  ],
  [
    "PerimeterX",
    `<html><head><title>Access to this page has been denied</title></head><body><h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><div id="px-captcha"></div><p>Reference ID 4411</p></body></html>`,
  ],
  [
    "reCAPTCHA",
    `<html><head><title>Security check</title></head><body><form><p>Our systems have detected unusual traffic from your computer network.</p><div class="g-recaptcha" data-sitekey="x"></div></form></body></html>`,
  ],
  [
    "hCaptcha without a known title",
    `<html><head><title>paper.example</title></head><body><p>Please complete the security check to access this site.</p><div class="h-captcha" data-sitekey="x"></div></body></html>`,
  ],
])("a challenge by %s is a captcha", async (_, html) => {
  expect(await outcomeOf(html)).toBe("captcha");
});

const SIGN_IN = `<html><head><title>Log in | Paper</title></head><body><header>Paper</header><main><h1>Log in</h1><form action="/session"><label>E-mail <input type="email"></label><label>Password <input type="password"></label><button>Log in</button></form><p>Forgotten your password?</p></main></body></html>`;

test("a page that asks to sign in is a login", async () => {
  expect(await outcomeOf(SIGN_IN)).toBe("login");
  expect(await outcomeOf(SIGN_IN, "https://paper.example/login?next=/news/berth")).toBe("login");
  const first = `<title>Sign in</title><h1>Sign in</h1><form><input type="email"><button>Next</button></form><p>to continue to Mail</p>`;
  expect(await outcomeOf(first, "https://accounts.paper.example/v3/signin/identifier")).toBe("login");
  const german = `<title>Anmelden</title><h1>Anmelden</h1><form><input name="u"><input type="password"></form>`;
  expect(await outcomeOf(german, "https://zeitung.example/konto")).toBe("login");
});

test.each([
  [
    "structured data with little text",
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Berth","isAccessibleForFree":"False"}</script><article><h1>Berth</h1>${withWords("[[2 en]]")}</article>`,
  ],
  [
    "an offer after a teaser",
    `<meta property="article:published_time" content="2026-01-02"><article><h1>Berth</h1>${withWords("[[1 en]]")}<div class="offer"><h3>Subscribe to continue reading</h3><a>See plans</a></div></article>`,
  ],
  [
    "an offer in German",
    `<article><h1>Hafen</h1>${withWords("[[1 de]]")}</article><div id="paywall"><p>Weiterlesen mit Zeitung Plus</p><p>Jetzt Abo abschließen</p></div>`,
  ],
])("%s is a paywall", async (_, html) => {
  expect(await outcomeOf(`<html><head><title>Berth</title></head><body>${html}</body></html>`)).toBe(
    "paywall",
  );
});

test.each([
  [
    "an article about captchas",
    `<h1>Are you a robot?</h1><p>“Verify you are human,” the page says, and press and hold.</p>${ARTICLE}`,
  ],
  [
    "a short piece about captchas",
    `<h1>Please prove that you are human</h1><p>The museum’s new show is named after the sentence “verify you are human”. It opens on Friday and costs nothing.</p>`,
  ],
  [
    "a contact form with a captcha",
    `<h1>Write to us</h1><p>We answer within two days.</p><form><textarea></textarea><div class="g-recaptcha"></div></form>`,
  ],
  [
    "Cloudflare's script in an ordinary page",
    `<h1>Berth</h1><p>Short.</p><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`,
  ],
  [
    "a login box in the header",
    `<header><form><input type="password"><button>Log in</button></form></header><h1>Berth closed</h1><p>The berth is closed on Monday.</p>`,
  ],
  [
    "an article with a login box",
    `<form><input type="password">Log in</form><article><h1>Berth</h1>${ARTICLE}</article>`,
  ],
  [
    "an article about paywalls",
    `<h1>Paywalls</h1><p>“Subscribe to continue reading” is what they say.</p>${ARTICLE}${ARTICLE}`,
  ],
  [
    "a newsletter box",
    `<meta property="article:published_time" content="2026-01-02"><article><h1>Berth</h1>${ARTICLE}<div>Subscribe to our newsletter</div></article>`,
  ],
  [
    "a metered article that is sent whole",
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Berth","isAccessibleForFree":false}</script><article><h1>Berth</h1>${withWords("[[6 en]]")}${withWords("[[6 en]]")}</article>`,
  ],
])("%s is no wall", async (_, html) => {
  expect(await outcomeOf(`<html><head><title>Paper</title></head><body>${html}</body></html>`)).toBe("text");
});
