import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import type { Door } from "@/lib/fetch/door";
import { FetchFault } from "@/lib/fetch/failures";

/** Longer addresses are not fetched. Browsers and servers rarely agree on more than 8,000 (RFC 9110, 4.1). */
const LONGEST_ADDRESS = 8000;

/** Public by its range, private by what answers there: Azure's "WireServer", which hands out a machine's settings. */
const METADATA = new Set(["168.63.129.16"]);

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an IP address, written as Node writes it, is one of the public internet. False for whatever is not exactly an
 * address. Ranges are those of ipaddr.js (IANA's special-purpose registries); IPv6 must besides be global unicast
 * (RFC 4291, 2.4), for the deprecated IPv4-compatible form is in no range. Forms that carry an IPv4 address inside
 * (NAT64, 6to4, Teredo) are refused whole, mapped ones are judged by the IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes("%")) return false;
  const parsed = ipaddr.process(address);
  if (METADATA.has(parsed.toString())) return false;
  if (parsed.kind() === "ipv6" && !parsed.match(GLOBAL_UNICAST)) return false;
  return parsed.range() === "unicast";
}

/** Whether an IP address is this machine's own: 127.0.0.0/8 or ::1. */
export function isLoopbackAddress(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.process(address).range() === "loopback";
}

/** Names that are looked up inside a network: RFC 6761, 6762, 8375, 9476 and ICANN's reservation of "internal". */
const PRIVATE_SUFFIX = /(^|\.)(localhost|local|internal|home\.arpa|alt)$/;

/** Whether a host name can be one of the public web: several labels, none of the private suffixes. */
export function isPublicName(name: string): boolean {
  const bare = name.toLowerCase().replace(/\.$/, "");
  return bare.split(".").every((label) => label !== "") && bare.includes(".") && !PRIVATE_SUFFIX.test(bare);
}

/** Whether a host name is this machine's own (RFC 6761, 6.3). */
export function isLocalhost(name: string): boolean {
  return /(^|\.)localhost\.?$/.test(name.toLowerCase());
}

/** The host of a URL as an IP address without brackets, or null when it is a name. */
function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? null : host;
}

const portOf = (url: URL) => Number(url.port || (url.protocol === "https:" ? 443 : 80));

/**
 * The address as a URL that may be asked for, or a FetchFault that says why not. What needs no look-up is decided here: a
 * literal address never reaches a look-up, so it must be. Names are checked again by what they resolve to, right before
 * connecting (`admittedAddresses`). `base` is the page that redirects here.
 */
export function checkAddress(address: string, door: Door, base?: URL): URL {
  if (address.length > LONGEST_ADDRESS) throw new FetchFault("addressTooLong", LONGEST_ADDRESS);
  const url = URL.parse(address, base);
  if (!url) throw new FetchFault("notAnAddress");
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new FetchFault("scheme", url.protocol);
  if (url.username || url.password) throw new FetchFault("userinfo");
  const port = portOf(url);
  const literal = literalAddress(url);
  if (literal === null ? door.admitsName(url.hostname, port) : door.admits(literal, port)) return url;
  const isPublic = literal === null ? isPublicName(url.hostname) : isPublicAddress(literal);
  if (isPublic) throw new FetchFault("port", port);
  throw new FetchFault(literal === null ? "privateName" : "privateAddress", url.hostname);
}

/** An IP address and which kind it is, as Node's look-ups give them. */
export interface Resolved {
  address: string;
  family: number;
}

/**
 * What a name resolves to right now, for connecting to exactly these addresses. A FetchFault when any of them is not
 * admitted: a name that is public and private at once is up to something.
 */
export async function admittedAddresses(name: string, port: number, door: Door): Promise<Resolved[]> {
  const addresses = await door.resolve(name);
  if (addresses.length === 0) throw new FetchFault("noSuchHost", name);
  if (!addresses.every((address) => door.admits(address, port))) throw new FetchFault("privateAddress", name);
  return addresses.map((address) => ({ address, family: isIP(address) }));
}
