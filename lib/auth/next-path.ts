/** The request header in which proxy.ts hands on the path that was asked for. */
export const PATH_HEADER = "x-plumbline-path";

const ANY = "http://plumbline.invalid";

/** Where to go after sign-in: `asked` when it is a path of the desk on this site, otherwise the desk itself. */
export function nextPath(asked: unknown): string {
  if (typeof asked !== "string" || !asked.startsWith("/desk") || !URL.canParse(asked, ANY)) return "/desk";
  const url = new URL(asked, ANY);
  if (url.origin !== ANY || !/^\/desk(\/|$)/.test(url.pathname)) return "/desk";
  return url.pathname + url.search;
}
