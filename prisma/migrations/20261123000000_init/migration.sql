-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('admin', 'editor', 'contributor');

-- CreateEnum
CREATE TYPE "SignInPurpose" AS ENUM ('invite', 'signIn');

-- CreateEnum
CREATE TYPE "WorkflowState" AS ENUM ('drafting', 'inReview', 'approved');

-- CreateEnum
CREATE TYPE "PublicationState" AS ENUM ('unpublished', 'scheduled', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "SourceType" AS ENUM ('primary', 'secondary', 'pressRelease', 'documentation', 'social');

-- CreateEnum
CREATE TYPE "AccessNote" AS ENUM ('paywall', 'captcha', 'login');

-- CreateEnum
CREATE TYPE "SnapshotOrigin" AS ENUM ('fetched', 'typed', 'demoExcerpt');

-- CreateEnum
CREATE TYPE "FetchFailure" AS ENUM ('dead', 'blocked', 'login', 'captcha', 'paywall', 'tooLarge', 'timedOut', 'notText', 'refused');

-- CreateEnum
CREATE TYPE "Attribution" AS ENUM ('none', 'reported', 'quoted');

-- CreateEnum
CREATE TYPE "Mode" AS ENUM ('assertion', 'forecast', 'commitment');

-- CreateEnum
CREATE TYPE "ClaimStatus" AS ENUM ('unverified', 'supported', 'disputed', 'retracted');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('open', 'yes', 'no', 'ambiguous');

-- CreateEnum
CREATE TYPE "MatchStatus" AS ENUM ('verified', 'near', 'notFound');

-- CreateEnum
CREATE TYPE "EvidenceRelation" AS ENUM ('supports', 'contradicts', 'context', 'resolves');

-- CreateEnum
CREATE TYPE "AnalysisScope" AS ENUM ('span', 'whyItMatters');

-- CreateEnum
CREATE TYPE "CorrectionSeverity" AS ENUM ('typo', 'clarification', 'correction', 'retraction');

-- CreateEnum
CREATE TYPE "RevisionReason" AS ENUM ('autosave', 'import', 'publish', 'restore', 'named');

-- CreateTable
CREATE TABLE "Contributor" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Contributor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" UUID NOT NULL,
    "contributorId" UUID NOT NULL,
    "purpose" "SignInPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL DEFAULT 'Plumbline',
    "tagline" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "labels" JSONB NOT NULL DEFAULT '{}',
    "feedbackPrompt" TEXT NOT NULL DEFAULT '',
    "preflight" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" UUID NOT NULL,
    "number" INTEGER,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL DEFAULT '',
    "weekFrom" DATE,
    "weekTo" DATE,
    "introduction" JSONB NOT NULL,
    "thesis" TEXT[],
    "closing" JSONB NOT NULL,
    "feedbackPrompt" TEXT NOT NULL DEFAULT '',
    "labels" JSONB NOT NULL DEFAULT '{}',
    "workflowState" "WorkflowState" NOT NULL DEFAULT 'drafting',
    "publicationState" "PublicationState" NOT NULL DEFAULT 'unpublished',
    "scheduledFor" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trashedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "orderVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Story" (
    "id" UUID NOT NULL,
    "anchor" TEXT NOT NULL,
    "sectionId" UUID,
    "position" INTEGER,
    "headline" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "whyItMatters" JSONB NOT NULL,
    "authorId" UUID,
    "followsId" UUID,
    "workflowState" "WorkflowState" NOT NULL DEFAULT 'drafting',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trashedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Highlight" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Highlight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HighlightStory" (
    "highlightId" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "HighlightStory_pkey" PRIMARY KEY ("highlightId","storyId")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "url" TEXT,
    "canonicalUrl" TEXT,
    "title" TEXT NOT NULL,
    "byline" TEXT NOT NULL DEFAULT '',
    "publisher" TEXT NOT NULL DEFAULT '',
    "publishedAt" DATE,
    "sourceType" "SourceType",
    "accessNote" "AccessNote",
    "metadataOrigin" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StorySource" (
    "storyId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "cited" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "StorySource_pkey" PRIMARY KEY ("storyId","sourceId")
);

-- CreateTable
CREATE TABLE "SourceSnapshot" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "origin" "SnapshotOrigin" NOT NULL,
    "finalUrl" TEXT,
    "redirects" JSONB NOT NULL DEFAULT '[]',
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "failure" "FetchFailure",
    "raw" BYTEA,
    "rawSha256" TEXT,
    "extractedText" TEXT,
    "textSha256" TEXT,
    "extractorVersion" TEXT,
    "supersedesId" UUID,

    CONSTRAINT "SourceSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "anchored" BOOLEAN NOT NULL DEFAULT true,
    "attribution" "Attribution" NOT NULL DEFAULT 'none',
    "mode" "Mode" NOT NULL DEFAULT 'assertion',
    "speaker" TEXT,
    "speakerRole" TEXT,
    "utteredAt" DATE,
    "status" "ClaimStatus" NOT NULL DEFAULT 'unverified',
    "checkedById" UUID,
    "checkedAt" TIMESTAMPTZ(3),
    "horizonAt" DATE,
    "resolutionCriteria" TEXT,
    "probability" DOUBLE PRECISION,
    "outcome" "Outcome",
    "resolvedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "matchStatus" "MatchStatus" NOT NULL,
    "similarity" DOUBLE PRECISION,
    "diff" JSONB,
    "signedById" UUID,
    "signedAt" TIMESTAMPTZ(3),
    "relation" "EvidenceRelation" NOT NULL DEFAULT 'supports',
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Analysis" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "scope" "AnalysisScope" NOT NULL,
    "text" TEXT NOT NULL,
    "anchored" BOOLEAN NOT NULL DEFAULT true,
    "authorId" UUID,
    "counterargument" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Analysis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnalysisPremise" (
    "analysisId" UUID NOT NULL,
    "claimId" UUID NOT NULL,

    CONSTRAINT "AnalysisPremise_pkey" PRIMARY KEY ("analysisId","claimId")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "storyId" UUID,
    "claimId" UUID,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "severity" "CorrectionSeverity" NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "issueId" UUID,
    "storyId" UUID,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "reason" "RevisionReason" NOT NULL,
    "name" TEXT,
    "authorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "targetId" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportedFile" (
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "issueId" UUID NOT NULL,
    "report" JSONB NOT NULL,
    "importedById" UUID,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportedFile_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "CacheTag" (
    "tag" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CacheTag_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Contributor_email_key" ON "Contributor"("email");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInLink_contributorId_idx" ON "SignInLink"("contributorId");

-- CreateIndex
CREATE UNIQUE INDEX "Issue_number_key" ON "Issue"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Issue_slug_key" ON "Issue"("slug");

-- CreateIndex
CREATE INDEX "Issue_publicationState_idx" ON "Issue"("publicationState");

-- CreateIndex
CREATE UNIQUE INDEX "Section_issueId_position_key" ON "Section"("issueId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Story_anchor_key" ON "Story"("anchor");

-- CreateIndex
CREATE INDEX "Story_authorId_idx" ON "Story"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Story_sectionId_position_key" ON "Story"("sectionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Highlight_issueId_position_key" ON "Highlight"("issueId", "position");

-- CreateIndex
CREATE INDEX "HighlightStory_storyId_idx" ON "HighlightStory"("storyId");

-- CreateIndex
CREATE UNIQUE INDEX "HighlightStory_highlightId_position_key" ON "HighlightStory"("highlightId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Source_canonicalUrl_key" ON "Source"("canonicalUrl");

-- CreateIndex
CREATE INDEX "StorySource_sourceId_idx" ON "StorySource"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "StorySource_storyId_position_key" ON "StorySource"("storyId", "position");

-- CreateIndex
CREATE INDEX "SourceSnapshot_sourceId_fetchedAt_idx" ON "SourceSnapshot"("sourceId", "fetchedAt");

-- CreateIndex
CREATE INDEX "Claim_storyId_idx" ON "Claim"("storyId");

-- CreateIndex
CREATE INDEX "Claim_mode_horizonAt_idx" ON "Claim"("mode", "horizonAt");

-- CreateIndex
CREATE INDEX "Evidence_snapshotId_idx" ON "Evidence"("snapshotId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_claimId_position_key" ON "Evidence"("claimId", "position");

-- CreateIndex
CREATE INDEX "Analysis_storyId_idx" ON "Analysis"("storyId");

-- CreateIndex
CREATE INDEX "AnalysisPremise_claimId_idx" ON "AnalysisPremise"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_issueId_number_key" ON "Edition"("issueId", "number");

-- CreateIndex
CREATE INDEX "Correction_issueId_publishedAt_idx" ON "Correction"("issueId", "publishedAt");

-- CreateIndex
CREATE INDEX "Revision_issueId_createdAt_idx" ON "Revision"("issueId", "createdAt");

-- CreateIndex
CREATE INDEX "Revision_storyId_createdAt_idx" ON "Revision"("storyId", "createdAt");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "AuditEvent_target_targetId_idx" ON "AuditEvent"("target", "targetId");

-- CreateIndex
CREATE INDEX "ImportedFile_issueId_idx" ON "ImportedFile"("issueId");

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_contributorId_fkey" FOREIGN KEY ("contributorId") REFERENCES "Contributor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_followsId_fkey" FOREIGN KEY ("followsId") REFERENCES "Story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Highlight" ADD CONSTRAINT "Highlight_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HighlightStory" ADD CONSTRAINT "HighlightStory_highlightId_fkey" FOREIGN KEY ("highlightId") REFERENCES "Highlight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HighlightStory" ADD CONSTRAINT "HighlightStory_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StorySource" ADD CONSTRAINT "StorySource_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StorySource" ADD CONSTRAINT "StorySource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceSnapshot" ADD CONSTRAINT "SourceSnapshot_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceSnapshot" ADD CONSTRAINT "SourceSnapshot_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "SourceSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "SourceSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_signedById_fkey" FOREIGN KEY ("signedById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Analysis" ADD CONSTRAINT "Analysis_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Analysis" ADD CONSTRAINT "Analysis_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnalysisPremise" ADD CONSTRAINT "AnalysisPremise_analysisId_fkey" FOREIGN KEY ("analysisId") REFERENCES "Analysis"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnalysisPremise" ADD CONSTRAINT "AnalysisPremise_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Contributor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Contributor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Contributor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedFile" ADD CONSTRAINT "ImportedFile_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedFile" ADD CONSTRAINT "ImportedFile_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

