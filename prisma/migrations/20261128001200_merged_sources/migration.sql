-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "mergedIntoId" UUID,
ADD CONSTRAINT "Source_mergedIntoId_check" CHECK ("mergedIntoId" <> "id");

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_idx" ON "Source"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
