import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from "node:net";
import { isPublicAddress, isPublicName } from "@/lib/fetch/address";
import { type Door, LIMITS, type Limits, publicDoor } from "@/lib/fetch/door";
import { TEST_CERTIFICATE, TEST_KEY } from "@/lib/fetch/test-certificate";

// Servers of this machine that stand for the web: some are sites that may be reached, others are canaries that must not
// be. Used by the tests of everything that fetches, and by bench/hostile-web.ts.

export interface TestServer {
  port: number;
  /** Connections so far. */
  connections(): number;
  /** Connections that are open now. */
  open(): number;
  stop(): Promise<void>;
}

async function listen(server: Server, port: number, host: string): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => {}).once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    open: () => sockets.size,
    stop,
  };
}

/** A site. */
export const serveSite = (handle: RequestListener): Promise<TestServer> =>
  listen(createServer(handle), 0, "127.0.0.1");

/** A site on https, by the certificate of test-certificate.ts. */
export const serveSecurely = (handle: RequestListener): Promise<TestServer> =>
  listen(createSecureServer({ key: TEST_KEY, cert: TEST_CERTIFICATE }, handle), 0, "127.0.0.1");

/** A site that speaks as it likes. */
export const serveRaw = (speak: (socket: Socket) => void): Promise<TestServer> =>
  // One that does not read would never see the other end leave.
  listen(
    createRawServer((socket) => speak(socket.resume())),
    0,
    "127.0.0.1",
  );

/** A site that leads through as many redirects as a path has parts, and then to wherever `to` says. */
export const serveRedirects = (): Promise<TestServer> =>
  serveSite((request, response) => {
    const { pathname, searchParams, search } = new URL(request.url ?? "", "http://public.example");
    const rest = pathname.split("/").slice(2);
    const to = rest.length > 0 ? `/${rest.join("/")}${search}` : (searchParams.get("to") ?? "");
    const location = Buffer.from(to, "utf8").toString("latin1");
    response.writeHead(302, { location: location.replace(/[\r\n\t]/g, "") }).end();
  });

/** An address there, from which `to` is `length` redirects away. */
export const redirectChain = ({ port }: TestServer, length: number, to: string): string =>
  `http://public.example:${port}/${Array.from({ length }, (_, n) => n).join("/")}?to=${encodeURIComponent(to)}`;

/**
 * Listeners that nobody may reach, on both loopback addresses and one port, and on the web's own ports where this machine
 * lets us. `withoutIpv4` leaves 127.0.0.1 to a site of that port.
 */
export async function startCanaries({ port = 0, withoutIpv4 = false } = {}) {
  const answer: RequestListener = (_request, response) => response.end("canary");
  const canaries: TestServer[] = [];
  const start = async (at: number, host: string) => {
    const canary = await listen(createServer(answer), at, host).catch(() => null);
    if (canary) canaries.push(canary);
    return canary?.port ?? at;
  };
  const shared = withoutIpv4 ? port : await start(port, "127.0.0.1");
  await start(shared, "::1");
  if (withoutIpv4) await start(shared, "127.0.0.2");
  else for (const own of [80, 443]) for (const host of ["127.0.0.1", "::1"]) await start(own, host);
  return {
    port: shared,
    count: canaries.length,
    hits: () => canaries.reduce((sum, canary) => sum + canary.connections(), 0),
    stop: () => Promise.all(canaries.map((canary) => canary.stop())),
  };
}

/**
 * The public door, which also admits `sites` (at 127.0.0.1) as if they were public: every name of the web leads there. The
 * checks of addresses, names and redirects are the real ones.
 */
export function testDoor(sites: TestServer[], limits: Partial<Limits> = {}): Door {
  const door = publicDoor("https://digest.example");
  const isSite = (port: number) => sites.some((site) => site.port === port);
  return {
    ...door,
    admits: (address, port) => (address === "127.0.0.1" && isSite(port)) || door.admits(address, port),
    admitsName: (name, port) => isPublicName(name) && (isSite(port) || door.admitsName(name, port)),
    resolve: async () => ["127.0.0.1"],
    limits: { ...LIMITS, ...limits },
  };
}

/** The public door's own checks of names and addresses, on every port: so that nothing but they keeps a canary unhurt. */
export function anyPortDoor(resolve: Door["resolve"], limits: Partial<Limits> = {}): Door {
  return {
    ...publicDoor("https://digest.example"),
    admits: isPublicAddress,
    admitsName: isPublicName,
    resolve,
    limits: { ...LIMITS, ...limits },
  };
}

/** Most bytes that the process grew by while `work` was done, looked at every 5 ms, and what it answered. */
export async function withMemory<T>(work: () => Promise<T>): Promise<{ grown: number; value: T }> {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 5);
  try {
    const value = await work();
    look();
    return { grown: most - before, value };
  } finally {
    clearInterval(timer);
  }
}
