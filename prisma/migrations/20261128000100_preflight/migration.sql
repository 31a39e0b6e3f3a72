-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "overrides" JSONB NOT NULL DEFAULT '[]';
