import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/** For `catch`: what is not there is the page that says so; anything else keeps flying. */
export function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}
