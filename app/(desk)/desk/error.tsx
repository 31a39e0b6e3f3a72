"use client";

// Under the desk's bar, which stays usable.
export { FailurePage as default } from "@/components/desk/failure-page";
