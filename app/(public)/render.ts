import { createHash } from "node:crypto";
import type { ReactElement } from "react";

/** What is sent: a body with its type, and a strong ETag from its content. */
export interface Rendered {
  body: string;
  type: string;
  etag: string;
  /** Of an answer that only leads elsewhere: the path to go to. */
  location?: string;
}

export function rendered(body: string, type: string): Rendered {
  const digest = createHash("sha256").update(body, "utf8").digest("base64url");
  return { body, type, etag: `"${digest.slice(0, 27)}"` };
}

/** The way to another path, for good: 308, as for an entity that was merged into another. */
export function forward(location: string): Rendered {
  return { ...rendered(location, "text/plain; charset=utf-8"), location };
}

/** A whole HTML document of an `<html>` element. */
export async function renderDocument(element: ReactElement): Promise<Rendered> {
  // A static import of react-dom/server fails Next's build of a route handler.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return rendered(`<!DOCTYPE html>${renderToStaticMarkup(element)}`, "text/html; charset=utf-8");
}
