import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { requireDeskActor } from "@/lib/auth/session";
import { getOwnAccount } from "@/lib/contributors/queries";
import { LeaveEverywhere } from "./leave-everywhere";
import { NameForm } from "./name-form";
import { PasswordForm } from "./password-form";

export const metadata: Metadata = { title: "Account" };

interface Props {
  searchParams: Promise<{ welcome?: string }>;
}

/** One's own name, password and devices; the first page after an invitation, which can be skipped. */
export default async function Account({ searchParams }: Props) {
  const actor = await requireDeskActor();
  const account = await getOwnAccount(actor);
  const welcome = (await searchParams).welcome !== undefined && !account.hasPassword;
  return (
    <main className="mx-auto max-w-2xl px-4 py-8">
      <h1 className="font-serif text-2xl font-medium">
        {welcome ? (
          <>
            Welcome, <bdi>{account.name}</bdi>
          </>
        ) : (
          "Account"
        )}
      </h1>
      <p className="mt-1 mb-6 text-quiet">
        <span className="break-all">{account.email}</span> · {account.role}
      </p>
      {welcome ? <Welcome /> : null}
      <div className="grid gap-5">
        <Part title={account.hasPassword ? "Change the password" : "Choose a password"}>
          <PasswordForm email={account.email} asksCurrent={account.asksCurrentPassword} />
        </Part>
        <Part title="Name">
          <NameForm name={account.name} />
        </Part>
        <Part title="Devices">
          <LeaveEverywhere />
        </Part>
      </div>
    </main>
  );
}

function Welcome() {
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3 border-l-3 border-line pl-4">
      <p className="min-w-56 flex-1">
        You are signed in. Choose a password now to sign in by yourself next time, or skip this and ask an
        admin for a link whenever you need one.
      </p>
      <Link href="/desk" className={buttonClass()}>
        Skip for now
      </Link>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="rounded-card border border-hair bg-paper p-5 sm:p-6">
      <h2 className="mb-4 font-serif text-lg font-medium">{title}</h2>
      {children}
    </section>
  );
}
