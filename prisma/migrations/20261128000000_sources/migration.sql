-- CreateEnum
CREATE TYPE "SourceState" AS ENUM ('unchecked', 'live', 'moved', 'drifted', 'quotationGone', 'blocked', 'dead');

-- CreateEnum
CREATE TYPE "InboxState" AS ENUM ('waiting', 'taken', 'dismissed');

-- CreateEnum
CREATE TYPE "TaskKind" AS ENUM ('sourceMoved', 'sourceDrifted', 'quotationGone', 'sourceBlocked', 'sourceDead');

-- CreateEnum
CREATE TYPE "TaskEnd" AS ENUM ('done', 'cleared');

-- Snapshots keep bytes as pictures do.
ALTER TYPE "ImageStore" RENAME TO "ByteStore";

-- AlterEnum
ALTER TYPE "FetchFailure" ADD VALUE 'malformed';
ALTER TYPE "FetchFailure" ADD VALUE 'redirected';
ALTER TYPE "FetchFailure" ADD VALUE 'robots';
ALTER TYPE "FetchFailure" ADD VALUE 'unavailable';
ALTER TYPE "FetchFailure" ADD VALUE 'unreadable';

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "addedById" UUID,
ADD COLUMN     "goneSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "failuresInRow" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "fetchAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "language" TEXT,
ADD COLUMN     "lastFailure" "FetchFailure",
ADD COLUMN     "movedTo" TEXT,
ADD COLUMN     "nextCheckAt" TIMESTAMPTZ(3),
ADD COLUMN     "state" "SourceState" NOT NULL DEFAULT 'unchecked',
ADD COLUMN     "stateSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "SourceSnapshot" ADD COLUMN     "mediaType" TEXT,
ADD COLUMN     "pages" JSONB,
ADD COLUMN     "rawKept" INTEGER,
ADD COLUMN     "rawPrunedAt" TIMESTAMPTZ(3),
ADD COLUMN     "rawSize" INTEGER,
ADD COLUMN     "rawStore" "ByteStore",
ADD COLUMN     "remark" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "SourceStateChange" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "was" "SourceState" NOT NULL,
    "became" "SourceState" NOT NULL,
    "sentence" TEXT NOT NULL,
    "snapshotId" UUID,

    CONSTRAINT "SourceStateChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Feed" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "canonicalUrl" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "siteUrl" TEXT,
    "etag" TEXT,
    "lastModified" TEXT,
    "everyMinutes" INTEGER NOT NULL DEFAULT 60,
    "nextFetchAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastFetchedAt" TIMESTAMPTZ(3),
    "failure" "FetchFailure",
    "remark" TEXT NOT NULL DEFAULT '',
    "failuresInRow" INTEGER NOT NULL DEFAULT 0,
    "pausedAt" TIMESTAMPTZ(3),
    "addedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboxItem" (
    "id" UUID NOT NULL,
    "feedId" UUID,
    "externalId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "canonicalUrl" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "byline" TEXT NOT NULL DEFAULT '',
    "publisher" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "publishedAt" TIMESTAMPTZ(3),
    "selectedText" TEXT NOT NULL DEFAULT '',
    "receivedById" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "InboxState" NOT NULL DEFAULT 'waiting',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "storyId" UUID,
    "sourceId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InboxItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "kind" "TaskKind" NOT NULL,
    "sourceId" UUID NOT NULL,
    "evidenceId" UUID,
    "sentence" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "ended" "TaskEnd",
    "doneById" UUID,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SourceStateChange_sourceId_at_idx" ON "SourceStateChange"("sourceId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_canonicalUrl_key" ON "Feed"("canonicalUrl");

-- CreateIndex
CREATE INDEX "Feed_nextFetchAt_idx" ON "Feed"("nextFetchAt");

-- CreateIndex
CREATE INDEX "InboxItem_state_receivedAt_idx" ON "InboxItem"("state", "receivedAt");

-- CreateIndex
CREATE INDEX "InboxItem_canonicalUrl_idx" ON "InboxItem"("canonicalUrl");

-- CreateIndex
CREATE UNIQUE INDEX "InboxItem_feedId_externalId_key" ON "InboxItem"("feedId", "externalId");

-- CreateIndex
CREATE INDEX "Task_endedAt_createdAt_idx" ON "Task"("endedAt", "createdAt");

-- CreateIndex
CREATE INDEX "Task_sourceId_idx" ON "Task"("sourceId");

-- CreateIndex
CREATE INDEX "Source_nextCheckAt_idx" ON "Source"("nextCheckAt");

-- AddForeignKey
ALTER TABLE "SourceStateChange" ADD CONSTRAINT "SourceStateChange_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceStateChange" ADD CONSTRAINT "SourceStateChange_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "SourceSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "Feed"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_receivedById_fkey" FOREIGN KEY ("receivedById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_doneById_fkey" FOREIGN KEY ("doneById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What Prisma's schema cannot say.

CREATE TRIGGER "SourceStateChange_append_only" BEFORE UPDATE OR DELETE ON "SourceStateChange" FOR EACH ROW EXECUTE FUNCTION plumbline_refuse_change();

-- A snapshot never changes. Its raw bytes may be given up, which leaves its text and both hashes.
CREATE FUNCTION plumbline_keep_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE pruned "SourceSnapshot";
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."rawPrunedAt" IS NULL AND NEW."rawPrunedAt" IS NOT NULL THEN
    pruned := OLD;
    pruned."raw" := NULL;
    pruned."rawKept" := NULL;
    pruned."rawStore" := NULL;
    pruned."rawPrunedAt" := NEW."rawPrunedAt";
    IF NEW IS NOT DISTINCT FROM pruned THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '% rows cannot be changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "SourceSnapshot_immutable" ON "SourceSnapshot";
CREATE TRIGGER "SourceSnapshot_immutable" BEFORE UPDATE OR DELETE ON "SourceSnapshot" FOR EACH ROW EXECUTE FUNCTION plumbline_keep_snapshot();
ALTER TABLE "SourceSnapshot" ADD CONSTRAINT "SourceSnapshot_raw_check" CHECK ("raw" IS NULL OR "rawStore" = 'postgres' AND "rawKept" IS NOT NULL) NOT VALID;

-- One open task for each matter.
CREATE UNIQUE INDEX "Task_open_key" ON "Task" ("kind", "sourceId", coalesce("evidenceId", '00000000-0000-0000-0000-000000000000')) WHERE "endedAt" IS NULL;
ALTER TABLE "Task" ADD CONSTRAINT "Task_end_check" CHECK (("endedAt" IS NULL) = ("ended" IS NULL));

ALTER TABLE "Feed" ADD CONSTRAINT "Feed_every_check" CHECK ("everyMinutes" >= 5);
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_decided_check" CHECK (("state" = 'waiting') = ("decidedAt" IS NULL));

-- Sources that are there already are due for their first look, but for those of the demo.
UPDATE "Source" SET "nextCheckAt" = now() WHERE "url" IS NOT NULL AND coalesce("metadataOrigin"->>'title', '') <> 'demo';
