-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "saysItIs" TEXT;
