"use server";

import { action } from "@/lib/action";
import * as previews from "@/lib/previews/commands";
import * as queries from "@/lib/previews/queries";
import { createPreviewLinkInput, previewIssueInput, previewLinkInput } from "@/lib/previews/schema";

export const createPreviewLink = action(createPreviewLinkInput, previews.createPreviewLink);
export const listPreviewLinks = action(previewIssueInput, queries.listPreviewLinks);
export const revokePreviewLink = action(previewLinkInput, previews.revokePreviewLink);
export const restorePreviewLink = action(previewLinkInput, previews.restorePreviewLink);
