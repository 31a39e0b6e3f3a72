import { lookup } from "node:dns/promises";
import { type Env, env } from "@/lib/env";
import { isLocalhost, isLoopbackAddress, isPublicAddress, isPublicName } from "@/lib/fetch/address";

/** How much of anything one fetch may take. */
export interface Limits {
  /** Milliseconds for all of it: every look-up, redirect, header and byte. */
  deadlineMs: number;
  /** Of a body, as sent and again as unpacked. */
  maxBytes: number;
  maxRedirects: number;
  /** Of all headers of one answer. */
  maxHeaderBytes: number;
}

export const LIMITS: Limits = {
  deadlineMs: 10_000,
  maxBytes: 5_000_000,
  maxRedirects: 5,
  maxHeaderBytes: 65_536,
};

/** Where a fetch may go, and how it introduces itself there. */
export interface Door {
  /** Whether this IP address and port may be connected to. Asked of every literal and of everything a name resolves to. */
  admits(address: string, port: number): boolean;
  /** Whether this host name may be looked up at all. */
  admitsName(name: string, port: number): boolean;
  /** All IP addresses of a name. Rejects with an error that carries one of Node's DNS codes. */
  resolve(name: string): Promise<string[]>;
  limits: Limits;
  userAgent: string;
}

/** The name by which robots.txt may speak to us. */
export const PRODUCT = "Plumbline";

const isWebPort = (port: number) => port === 80 || port === 443;

/** As the machine itself resolves names, its hosts file included. */
async function resolveName(name: string): Promise<string[]> {
  return (await lookup(name, { all: true, order: "verbatim" })).map(({ address }) => address);
}

/** The public web on its own two ports, and nothing else. `publicationUrl` tells a site whose machine is asking. */
export function publicDoor(publicationUrl?: string): Door {
  const contact = publicationUrl ? ` (+${new URL(publicationUrl).href})` : "";
  return {
    admits: (address, port) => isWebPort(port) && isPublicAddress(address),
    admitsName: (name, port) => isWebPort(port) && isPublicName(name),
    resolve: resolveName,
    limits: LIMITS,
    userAgent: `${PRODUCT}/0.1${contact}`,
  };
}

/** The public web, and this machine's own servers on any port: for tests and local work only. */
export function loopbackDoor(publicationUrl?: string): Door {
  const door = publicDoor(publicationUrl);
  return {
    ...door,
    admits: (address, port) => isLoopbackAddress(address) || door.admits(address, port),
    admitsName: (name, port) => isLocalhost(name) || door.admitsName(name, port),
  };
}

/** The door that the settings ask for. Says so loudly when it opens inwards. */
export function doorFrom(settings: Pick<Env, "PLUMBLINE_URL" | "PLUMBLINE_ALLOW_LOOPBACK_FETCH">): Door {
  if (!settings.PLUMBLINE_ALLOW_LOOPBACK_FETCH) return publicDoor(settings.PLUMBLINE_URL);
  console.warn(
    "WARNING: PLUMBLINE_ALLOW_LOOPBACK_FETCH=1 lets Plumbline fetch from every server of this machine. " +
      "It is for tests and local work: never set it where other people can reach Plumbline.",
  );
  return loopbackDoor(settings.PLUMBLINE_URL);
}

let ofThisProcess: Door | undefined;

/** This process's door, from its settings. Throws as `env` does when they are wrong. */
export function defaultDoor(): Door {
  ofThisProcess ??= doorFrom(env());
  return ofThisProcess;
}
