"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { AppError } from "@/lib/errors";
import { findImported, importIssue, importIssueInput, takenNumbers } from "@/lib/importers/commands";
import { readIssueFile } from "@/lib/importers/read-file";
import { authorize } from "@/lib/policy";

const fileName = z.string().trim().min(1).max(255);
const readFileInput = z.union([
  z
    .strictObject({ fileName, text: z.string() })
    .transform(({ fileName, text }) => new File([text], fileName)),
  z.instanceof(FormData).transform((form) => form.get("file")),
]);

/** Reads a file or pasted text and says what was found; writes nothing. */
export const readFile = action(readFileInput, async (actor, file) => {
  authorize(actor, "issue.import");
  if (!(file instanceof File)) throw new AppError("invalid", "No file arrived. Choose it again.");
  const found = await readIssueFile(file.name, new Uint8Array(await file.arrayBuffer()));
  const [known, taken] = await Promise.all([findImported(actor, found.sha256), takenNumbers(actor)]);
  // ProseMirror's attributes have no prototype, and React hands only plain objects to the browser.
  return {
    fileName: file.name,
    ...structuredClone(found),
    known: known && { issueId: known.issueId },
    takenNumbers: taken,
  };
});

export const acceptImport = action(importIssueInput, importIssue);
