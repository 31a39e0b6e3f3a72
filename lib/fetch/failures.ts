import { errors } from "undici";

/** Why a page was not had, as it is stored. */
export const FETCH_FAILURES = [
  /** The page or its site no longer exists: 404, 410, no such host. */
  "dead",
  /** The site does not want us: 403, 429, 451 and other refusals. */
  "blocked",
  /** 401, 407 */
  "login",
  /** The site asks for proof that a person is asking. */
  "captcha",
  /** 402 */
  "paywall",
  "tooLarge",
  "timedOut",
  "notText",
  /** We do not fetch such an address, whatever is behind it. */
  "refused",
  /** What came cannot be read: broken compression, cut short, no HTTP. */
  "malformed",
  /** Too many redirects, or one to an address that we do not fetch. */
  "redirected",
  /** The site's robots.txt asks machines to stay away; only unattended fetches ask it. */
  "robots",
  /** It may work later: 5xx, no connection, no answer from the name servers, a bad certificate. */
  "unavailable",
] as const;

export type FetchFailure = (typeof FETCH_FAILURES)[number];

type Row = readonly [failure: FetchFailure, sentence: (detail: string) => string];

/** Every cause that is told apart, with what a person can do about it. */
const CAUSES = {
  notAnAddress: ["refused", () => "This is not a web address; give one that begins with https://."],
  addressTooLong: [
    "refused",
    (most) => `The address is longer than the ${most} characters that are fetched.`,
  ],
  scheme: ["refused", (scheme) => `Only https:// and http:// addresses are fetched, not “${scheme}”.`],
  userinfo: ["refused", () => "The address carries a user name or a password; give it without them."],
  port: ["refused", (port) => `Only the web's own ports, 80 and 443, are fetched, not port ${port}.`],
  privateName: ["refused", (name) => `“${name}” names a machine inside a network, not a site on the web.`],
  privateAddress: ["refused", (host) => `${host} leads to an address that is not on the public web.`],
  tooManyRedirects: [
    "redirected",
    (most) => `The page redirects more than ${most} times; give its last address.`,
  ],
  redirectNowhere: ["redirected", () => "The page redirects without a usable address; look for its new one."],
  redirectRefused: ["redirected", (why) => `The page redirects to where nothing is fetched. ${why}`],
  noSuchHost: [
    "dead",
    (host) =>
      `“${host}” could not be reached: no site is known by that name. Check it for a typing error, or try again later.`,
  ],
  notFound: ["dead", () => "The site has no page at this address (404); look for where it moved."],
  gone: ["dead", () => "The site took the page down for good (410); an archive may still have it."],
  login: ["login", () => "The site asks to sign in first (401); quote what you see there by hand."],
  proxyLogin: ["login", () => "A proxy on the way asks to sign in first (407)."],
  paywall: ["paywall", () => "The site asks for payment first (402); quote what you see there by hand."],
  forbidden: ["blocked", () => "The site does not let Plumbline read the page (403); open it in a browser."],
  tooManyRequests: ["blocked", () => "The site wants fewer requests (429); try again later."],
  legalReasons: ["blocked", () => "The site withholds the page for legal reasons (451)."],
  otherRefusal: [
    "blocked",
    (status) => `The site refuses the request (status ${status}); open it in a browser.`,
  ],
  captcha: ["captcha", () => "The site asks for proof that a person is reading; open it in a browser."],
  serverError: [
    "unavailable",
    (status) => `The site has trouble of its own (status ${status}); try again later.`,
  ],
  oddStatus: [
    "unavailable",
    (status) => `The site answers with status ${status} instead of a page; try again later.`,
  ],
  noNameServer: [
    "unavailable",
    (host) => `The name ${host} could not be looked up just now; try again later.`,
  ],
  notListening: ["unavailable", () => "The site does not accept connections; try again later."],
  unreachable: ["unavailable", () => "There is no way to the site from here; try again later."],
  connectionLost: ["unavailable", () => "The site closed the connection without an answer; try again later."],
  certificate: ["unavailable", () => "The site's certificate is not valid, so its words cannot be trusted."],
  noTls: ["unavailable", () => "The site does not speak https properly; perhaps it has an http:// address."],
  tooLarge: ["tooLarge", (most) => `The page is larger than ${most}; link to a smaller part of it.`],
  unpackedTooLarge: ["tooLarge", (most) => `The page is compressed and unpacks to more than ${most}.`],
  noAnswerInTime: ["timedOut", (time) => `The site did not answer within ${time}; try again later.`],
  notDoneInTime: [
    "timedOut",
    (time) => `The site sends so slowly that the page was not complete after ${time}.`,
  ],
  notText: ["notText", (what) => `The address leads to ${what}, not to a page with text.`],
  notFeed: ["notText", (what) => `The address leads to ${what}, not to a feed.`],
  notHttp: ["malformed", () => "What answers at this address does not speak the web's protocol properly."],
  headersTooLarge: ["malformed", () => "The site sends more headers than a page needs."],
  cutShort: ["malformed", () => "The connection broke off in the middle of the page; try again."],
  badCompression: [
    "malformed",
    (name) => `The page says that it is compressed by ${name}, but is not, or is damaged.`,
  ],
  unknownCompression: [
    "malformed",
    (name) => `The page is compressed in a way that is not known here (${name}).`,
  ],
  tooManyCompressions: ["malformed", (most) => `The page is compressed more than ${most} times over.`],
  empty: ["malformed", () => "The site answers with an empty page."],
  robotsTooWild: [
    "robots",
    () => "The site's robots.txt is too intricate for so long an address; fetch the page by hand.",
  ],
  robots: ["robots", () => "The site's robots.txt asks machines to leave this page alone; fetch it by hand."],
} satisfies Record<string, Row>;

export type Cause = keyof typeof CAUSES;

/** Something that the web did, or an address that is not fetched. `detail` fills the sentence's gap. */
export class FetchFault extends Error {
  readonly failure: FetchFailure;
  readonly sentence: string;

  constructor(cause: Cause, detail: string | number = "") {
    const [failure, sentence]: Row = CAUSES[cause];
    super(sentence(String(detail)));
    this.name = "FetchFault";
    this.failure = failure;
    this.sentence = this.message;
  }
}

/** Causes by the codes of Node, OpenSSL and undici. */
const BY_CODE: Record<string, Cause> = {
  ENOTFOUND: "noSuchHost",
  ENODATA: "noNameServer",
  ECONNREFUSED: "notListening",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  EADDRNOTAVAIL: "unreachable",
  EHOSTDOWN: "unreachable",
  ENETDOWN: "unreachable",
  EACCES: "unreachable",
  EPERM: "unreachable",
  ETIMEDOUT: "unreachable",
  UND_ERR_CONNECT_TIMEOUT: "unreachable",
  ECONNRESET: "connectionLost",
  ECONNABORTED: "connectionLost",
  EPIPE: "connectionLost",
  UND_ERR_SOCKET: "connectionLost",
  UND_ERR_HEADERS_OVERFLOW: "headersTooLarge",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "cutShort",
  ERR_STREAM_PREMATURE_CLOSE: "cutShort",
  EPROTO: "noTls",
};

/** OpenSSL's names for what is wrong with a certificate (X509_verify_cert_error_string), as Node passes them on. */
const CERTIFICATE =
  /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|CRL_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|ERROR_IN_CERT)/;

/** Whatever else the system or undici says of a connection; not Node's ERR_…, which are about arguments. */
const OF_A_CONNECTION = /^(E(?!RR_)[A-Z]|UND_ERR_(?!INVALID_|NOT_SUPPORTED))/;

/**
 * The fault that an error of a connection to `host` stands for; `inBody` when its headers had come already.
 * Null for what the web cannot have caused: a bug, which is to keep flying.
 */
export function faultOf(error: unknown, host: string, inBody: boolean): FetchFault | null {
  if (error instanceof FetchFault) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (CERTIFICATE.test(code)) return new FetchFault("certificate");
  if (code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_")) return new FetchFault("noTls");
  // undici asserts things that a server can break: a 101 that nobody asked for, with headers after it.
  if (error instanceof errors.HTTPParserError || code === "ERR_ASSERTION")
    return new FetchFault(inBody ? "cutShort" : "notHttp");
  if (code.startsWith("EAI_") || /^E(SERVFAIL|REFUSED|TIMEOUT)$/.test(code))
    return new FetchFault("noNameServer", host);
  const cause = BY_CODE[code] ?? (OF_A_CONNECTION.test(code) ? "connectionLost" : null);
  if (!cause) return null;
  return new FetchFault(cause === "connectionLost" && inBody ? "cutShort" : cause, host);
}
