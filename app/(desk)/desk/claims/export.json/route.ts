import { claimsJson } from "@/lib/claims/table/export";
import { env } from "@/lib/env";
import { exportAnswer } from "../export-answer";

/** The table of claims as JSON. */
export function GET(request: Request): Promise<Response> {
  return exportAnswer(request, {
    extension: "json",
    mediaType: "application/json; charset=utf-8",
    write: (rows) => claimsJson(rows, env().PLUMBLINE_URL),
  });
}
