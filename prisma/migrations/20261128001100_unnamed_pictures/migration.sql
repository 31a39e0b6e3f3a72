-- AlterTable
ALTER TABLE "Image" ADD COLUMN     "unnamedSince" TIMESTAMPTZ(3);
