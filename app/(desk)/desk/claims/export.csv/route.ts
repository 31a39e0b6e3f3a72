import { claimsCsv } from "@/lib/claims/table/export";
import { exportAnswer } from "../export-answer";

/** The table of claims as CSV. */
export function GET(request: Request): Promise<Response> {
  return exportAnswer(request, { extension: "csv", mediaType: "text/csv; charset=utf-8", write: claimsCsv });
}
