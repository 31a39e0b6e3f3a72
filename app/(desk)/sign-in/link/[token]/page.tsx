import type { Metadata } from "next";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { type LinkState, readLink } from "@/lib/contributors/links";
import { RedeemForm } from "./redeem-form";

export const metadata: Metadata = { title: "One-time link" };

const DEAD: Record<Exclude<LinkState["state"], "valid">, { title: string; words: string }> = {
  used: {
    title: "This link has been used",
    words:
      "A one-time link signs in once. If that was you, sign in with your password; if not, tell an admin at once.",
  },
  expired: {
    title: "This link has expired",
    words: "Invitations last seven days and sign-in links one. Ask an admin for a new link.",
  },
  unknown: {
    title: "This link does not work",
    words:
      "It may be incomplete, or a newer link has replaced it. Copy the whole link again, or ask an admin for a new one.",
  },
};

/** Opening the link changes nothing, so that scanners and previews cannot use it up: the button does. */
export default async function OneTimeLink({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await readLink(token);
  if (link.state !== "valid") return <DeadLink {...DEAD[link.state]} />;
  return (
    <>
      <h1 className="mb-2 font-serif text-2xl font-medium text-balance">
        {link.purpose === "invite" ? `Welcome, ${link.name}` : "Sign in to the desk"}
      </h1>
      <p className="mb-5 text-quiet">
        This link is for {link.name}, <span className="break-all">{link.email}</span>. It works once.
      </p>
      <RedeemForm
        token={token}
        name={link.name}
        next={link.hasPassword ? "/desk" : "/desk/account?welcome"}
      />
    </>
  );
}

function DeadLink({ title, words }: { title: string; words: string }) {
  return (
    <>
      <h1 className="mb-2 font-serif text-2xl font-medium text-balance">{title}</h1>
      <p className="mb-5 text-quiet">{words}</p>
      <Link href="/sign-in" className={buttonClass()}>
        Go to sign-in
      </Link>
    </>
  );
}
