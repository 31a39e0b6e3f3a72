import { type ReactNode, Suspense } from "react";
import { CollectAnywhere } from "@/components/desk/collect/collect-anywhere";
import { InboxCount } from "@/components/desk/inbox/inbox-count";
import { NotificationBell } from "@/components/desk/notification-bell";
import { SignInAgain } from "@/components/desk/sign-in-again";
import { TopBar } from "@/components/desk/top-bar";
import { requireDeskActor } from "@/lib/auth/session";
import { countWaiting } from "@/lib/inbox/queries";
import { listNotifications as readNotifications } from "@/lib/notifications/queries";
import { countOpenTasks } from "@/lib/tasks/queries";
import { createIssue } from "./actions";
import { addStory } from "./backlog/actions";
import { lookAtAddresses, send } from "./collect/actions";
import { bringBack, countInbox, findStories } from "./inbox/actions";
import { listNotifications, markAllRead, markRead } from "./notifications/actions";

const notifications = { listNotifications, markAllRead, markRead };
const collecting = { bringBack, findStories, lookAtAddresses, send };

/** The frame of every page of the desk. It is no lock: Next may render a page without its layout, so each page asks too. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireDeskActor();
  return (
    <>
      <TopBar
        actor={actor}
        openTasks={await countOpenTasks(actor)}
        actions={{ createIssue, addStory }}
        inboxCount={<InboxCount given={await countWaiting(actor)} countInbox={countInbox} />}
        bell={
          <Suspense>
            <NotificationBell given={await readNotifications(actor)} actions={notifications} />
          </Suspense>
        }
      />
      <div id="content" tabIndex={-1} className="outline-none">
        {children}
      </div>
      <CollectAnywhere actions={collecting} />
      <SignInAgain actorId={actor.id ?? ""} />
    </>
  );
}
