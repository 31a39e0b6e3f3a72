"use client";

// For what goes wrong in the desk's own frame, and in sign-in.
export { FailurePage as default } from "@/components/desk/failure-page";
