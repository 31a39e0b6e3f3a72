import { currentActor } from "@/lib/auth/session";
import { readAsked } from "@/lib/claims/table/address";
import { issueTable, publishedTable } from "@/lib/claims/table/queries";
import type { ClaimRow } from "@/lib/claims/table/row";
import { AppError, type ErrorCode } from "@/lib/errors";
import { issueIdInput } from "@/lib/issues/schema";
import type { Actor } from "@/lib/policy";

const STATUS: Partial<Record<ErrorCode, number>> = { invalid: 400, forbidden: 403, "not-found": 404 };

interface Format {
  extension: "csv" | "json";
  mediaType: string;
  write(rows: readonly ClaimRow[]): string;
}

/** The rows that the query asks for, of all pages; `draft` names the issue whose draft is meant. */
async function rowsFor(actor: Actor, query: URLSearchParams) {
  const asked = readAsked(query);
  const draft = query.get("draft");
  if (draft === null) return { rows: (await publishedTable(actor, asked)).rows, name: "claims" };
  const { id } = issueIdInput.safeParse({ id: draft }).data ?? { id: null };
  if (id === null) throw new AppError("not-found", "This issue does not exist, or it was removed.");
  const { rows, issue } = await issueTable(actor, id, asked);
  return { rows, name: `claims-${issue.slug}` };
}

/** A table of claims as a file to keep, for whoever is signed in. */
export async function exportAnswer(request: Request, format: Format): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return new Response("Sign in to the desk first.", { status: 401 });
  try {
    const { rows, name } = await rowsFor(actor, new URL(request.url).searchParams);
    return new Response(format.write(rows), {
      headers: {
        "Content-Type": format.mediaType,
        "Content-Disposition": `attachment; filename="${name}.${format.extension}"`,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(error.message, { status: STATUS[error.code] ?? 400 });
  }
}
