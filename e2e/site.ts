import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { htmlPage, type TestPage } from "@/lib/sources/test-site";

/** A site on this machine whose pages a test writes and changes; what is not there answers 404. */
export async function startSite() {
  const pages = new Map<string, TestPage>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    if (!page) return void response.writeHead(404).end();
    const { status, location } = page;
    if (location) return void response.writeHead(301, { Location: location }).end();
    if (status) return void response.writeHead(status).end();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(htmlPage(page));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    pages,
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
