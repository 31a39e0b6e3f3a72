-- CreateEnum
CREATE TYPE "EntityKind" AS ENUM ('organisation', 'person', 'product');

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "resolution" TEXT,
ADD COLUMN     "resolvedById" UUID;

-- AlterTable
ALTER TABLE "Story" ADD COLUMN     "takesUpId" UUID;

-- CreateTable
CREATE TABLE "Entity" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "EntityKind",
    "mergedIntoId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Entity_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Entity_mergedIntoId_check" CHECK ("mergedIntoId" <> "id")
);

-- CreateTable
CREATE TABLE "EntityName" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "entityId" UUID NOT NULL,

    CONSTRAINT "EntityName_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "DismissedSuggestion" (
    "storyId" UUID NOT NULL,
    "sentenceHash" TEXT NOT NULL,
    "contributorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DismissedSuggestion_pkey" PRIMARY KEY ("storyId","sentenceHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "Entity_slug_key" ON "Entity"("slug");

-- CreateIndex
CREATE INDEX "EntityName_entityId_idx" ON "EntityName"("entityId");

-- CreateIndex
CREATE INDEX "Story_takesUpId_idx" ON "Story"("takesUpId");

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_takesUpId_fkey" FOREIGN KEY ("takesUpId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entity" ADD CONSTRAINT "Entity_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntityName" ADD CONSTRAINT "EntityName_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DismissedSuggestion" ADD CONSTRAINT "DismissedSuggestion_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DismissedSuggestion" ADD CONSTRAINT "DismissedSuggestion_contributorId_fkey" FOREIGN KEY ("contributorId") REFERENCES "Contributor"("id") ON DELETE SET NULL ON UPDATE CASCADE;
