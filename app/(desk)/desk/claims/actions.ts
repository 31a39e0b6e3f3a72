"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import * as analyses from "@/lib/analyses/commands";
import * as copying from "@/lib/analyses/copy";
import {
  listIssueAnalyses as issueAnalyses,
  listStoryAnalyses as storyAnalyses,
} from "@/lib/analyses/queries";
import {
  issueAnalysesInput,
  markAnalysesInput,
  markAnalysisInput,
  setAnalysisInput,
  setPremisesInput,
  storyAnalysesInput,
} from "@/lib/analyses/schema";
import * as claims from "@/lib/claims/commands";
import { listIssueClaims as issueClaims, listStoryClaims as storyClaims } from "@/lib/claims/queries";
import * as removing from "@/lib/claims/remove";
import {
  claimIdInput,
  issueClaimsInput,
  markClaimInput,
  markClaimsInput,
  setClaimInput,
  storyClaimsInput,
} from "@/lib/claims/schema";
import { listSpeakerNames as speakerNames } from "@/lib/entities/queries";
import * as evidence from "@/lib/evidence/commands";
import * as finding from "@/lib/evidence/find";
import { getSnapshotText, listReadableSources as readableSources } from "@/lib/evidence/queries";
import * as restoring from "@/lib/evidence/restore";
import {
  arrangeEvidenceInput,
  attachEvidenceInput,
  evidenceIdInput,
  findEvidenceInput,
  keepTypedSnapshotInput,
  readableSourcesInput,
  relateEvidenceInput,
  signNearInput,
  snapshotTextInput,
} from "@/lib/evidence/schema";
import * as signing from "@/lib/evidence/sign";
import * as typing from "@/lib/evidence/typed";

// Claims and what they stand on. The screen keeps what it shows by itself (components/desk/claims/claims-store.ts), so
// nothing is rendered again here.

export const listStoryClaims = action(storyClaimsInput, (actor, { storyId }) => storyClaims(actor, storyId));
export const listIssueClaims = action(issueClaimsInput, (actor, { issueId }) => issueClaims(actor, issueId));
export const markClaim = action(markClaimInput, claims.markClaim);
export const markClaims = action(markClaimsInput, claims.markClaims);
export const setClaim = action(setClaimInput, claims.setClaim);
export const removeClaim = action(claimIdInput, removing.removeClaim);
export const restoreClaim = action(claimIdInput, removing.restoreClaim);
export const listSpeakerNames = action(z.strictObject({}), (actor) => speakerNames(actor));

export const listStoryAnalyses = action(storyAnalysesInput, (actor, { storyId }) =>
  storyAnalyses(actor, storyId),
);
export const listIssueAnalyses = action(issueAnalysesInput, (actor, { issueId }) =>
  issueAnalyses(actor, issueId),
);
export const markAnalysis = action(markAnalysisInput, analyses.markAnalysis);
export const markAnalyses = action(markAnalysesInput, analyses.markAnalyses);
export const setAnalysis = action(setAnalysisInput, analyses.setAnalysis);
export const setPremises = action(setPremisesInput, analyses.setPremises);
export const copyMarks = action(copying.copyMarksInput, copying.copyMarks);

export const attachEvidence = action(attachEvidenceInput, evidence.attachEvidence);
export const relateEvidence = action(relateEvidenceInput, evidence.relateEvidence);
export const arrangeEvidence = action(arrangeEvidenceInput, evidence.arrangeEvidence);
export const detachEvidence = action(evidenceIdInput, evidence.detachEvidence);
export const restoreEvidence = action(evidenceIdInput, restoring.restoreEvidence);
export const signNear = action(signNearInput, signing.signNear);

export const findEvidence = action(findEvidenceInput, finding.findEvidence);
export const listReadableSources = action(readableSourcesInput, (actor, { storyId }) =>
  readableSources(actor, storyId),
);
export const readSnapshot = action(snapshotTextInput, getSnapshotText);
export const keepTypedSnapshot = action(keepTypedSnapshotInput, typing.keepTypedSnapshot);
