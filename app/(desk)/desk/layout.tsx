import type { ReactNode } from "react";
import { SignInAgain } from "@/components/desk/sign-in-again";
import { TopBar } from "@/components/desk/top-bar";
import { requireDeskActor } from "@/lib/auth/session";
import { createIssue } from "./actions";
import { addStory } from "./backlog/actions";

/** The frame of every page of the desk. It is no lock: Next may render a page without its layout, so each page asks too. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireDeskActor();
  return (
    <>
      <TopBar actor={actor} actions={{ createIssue, addStory }} />
      <div id="content" tabIndex={-1} className="outline-none">
        {children}
      </div>
      <SignInAgain actorId={actor.id ?? ""} />
    </>
  );
}
