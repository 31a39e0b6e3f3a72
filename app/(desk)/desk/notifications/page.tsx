import type { Metadata } from "next";
import { NotificationsPage } from "@/components/desk/notifications-page";
import { requireDeskActor } from "@/lib/auth/session";
import { listNotifications as readNotifications } from "@/lib/notifications/queries";
import { listNotifications, markAllRead, markRead } from "./actions";

export const metadata: Metadata = { title: "Notifications" };

const actions = { listNotifications, markAllRead, markRead };

/** Everything the acting person was told. */
export default async function Notifications() {
  const actor = await requireDeskActor();
  return <NotificationsPage given={await readNotifications(actor)} actions={actions} />;
}
