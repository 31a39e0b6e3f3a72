import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { nextPath } from "@/lib/auth/next-path";
import { currentActor } from "@/lib/auth/session";
import { PasteLink } from "./paste-link";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

/** Sign-in by e-mail and password; by one-time link for those who have none. */
export default async function SignIn({ searchParams }: Props) {
  const next = nextPath((await searchParams).next);
  if (await currentActor()) redirect(next);
  return (
    <>
      <h1 className="mb-5 font-serif text-2xl font-medium">Sign in to the desk</h1>
      <SignInForm next={next} />
      <PasteLink />
    </>
  );
}
