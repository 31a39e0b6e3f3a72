"use server";

import { action } from "@/lib/action";
import * as threads from "@/lib/threads/commands";
import * as queries from "@/lib/threads/queries";
import * as anchors from "@/lib/threads/reanchor";
import {
  commentIdInput,
  editCommentInput,
  nothingInput,
  openThreadsInput,
  reanchorThreadsInput,
  replyInput,
  restoreCommentInput,
  startThreadInput,
  storyThreadsInput,
  suggestChangeInput,
  threadIdInput,
} from "@/lib/threads/schema";
import * as suggestions from "@/lib/threads/settle";

// Everything that is said and suggested about stories. The screen keeps what it shows by itself
// (components/desk/threads-store.ts), so nothing is rendered again here.

export const listThreads = action(storyThreadsInput, (actor, { storyId }) =>
  queries.listThreads(actor, storyId),
);
export const listOpenThreads = action(openThreadsInput, (actor, { issueId }) =>
  queries.listOpenThreads(actor, issueId),
);
export const listPeople = action(nothingInput, (actor) => queries.listPeople(actor));

export const startThread = action(startThreadInput, threads.startThread);
export const reply = action(replyInput, threads.reply);
export const editComment = action(editCommentInput, threads.editComment);
export const removeComment = action(commentIdInput, threads.removeComment);
export const restoreComment = action(restoreCommentInput, threads.restoreComment);
export const resolveThread = action(threadIdInput, threads.resolveThread);
export const reopenThread = action(threadIdInput, threads.reopenThread);

export const suggestChange = action(suggestChangeInput, threads.suggestChange);
export const acceptSuggestion = action(threadIdInput, suggestions.acceptSuggestion);
export const refuseSuggestion = action(threadIdInput, suggestions.refuseSuggestion);
export const reanchorThreads = action(reanchorThreadsInput, anchors.reanchorThreads);
