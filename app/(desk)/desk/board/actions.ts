"use server";

import { action } from "@/lib/action";
import * as work from "@/lib/workflow/assign";
import * as workflow from "@/lib/workflow/commands";
import * as queries from "@/lib/workflow/queries";
import { approveInput, assignInput, boardInput, moveInput } from "@/lib/workflow/schema";

// How work moves on, for the board and for the panels beside a story and an issue.

export const askForReview = action(moveInput, workflow.askForReview);
export const sendBackToDrafting = action(moveInput, workflow.sendBackToDrafting);
export const approve = action(approveInput, workflow.approve);
export const assign = action(assignInput, work.assign);
export const readBoard = action(boardInput, queries.readBoard);
