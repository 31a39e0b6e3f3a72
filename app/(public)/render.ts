import { createHash } from "node:crypto";
import type { ReactElement } from "react";

/** What is sent: a body with its type, and a strong ETag from its content. */
export interface Rendered {
  body: string;
  type: string;
  etag: string;
}

export function rendered(body: string, type: string): Rendered {
  const digest = createHash("sha256").update(body, "utf8").digest("base64url");
  return { body, type, etag: `"${digest.slice(0, 27)}"` };
}

/** A whole HTML document of an `<html>` element. */
export async function renderDocument(element: ReactElement): Promise<Rendered> {
  // A static import of react-dom/server fails Next's build of a route handler.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return rendered(`<!DOCTYPE html>${renderToStaticMarkup(element)}`, "text/html; charset=utf-8");
}
