import { AppError } from "@/lib/errors";

export const ROLES = ["admin", "editor", "contributor"] as const;
export type Role = (typeof ROLES)[number];

/** The acting person. `id` is null for a command line on the machine that holds the database. */
export interface Actor {
  readonly id: string | null;
  readonly role: Role;
  readonly name: string;
}

/** A person at the machine itself may do everything the database allows anyway. */
export const COMMAND_LINE: Actor = { id: null, role: "admin", name: "command line" };

/** The process that works on the queue: what it finds out, nobody has done. */
export const JOB_WORKER: Actor = { id: null, role: "admin", name: "job worker" };

type Reach = "all" | "own";
type Row = Partial<Record<Role, Reach>>;

const EVERYONE = { admin: "all", editor: "all", contributor: "all" } as const satisfies Row;
const EDITORS = { admin: "all", editor: "all" } as const satisfies Row;
const ADMINS = { admin: "all" } as const satisfies Row;
const OWN_FOR_CONTRIBUTORS = { admin: "all", editor: "all", contributor: "own" } as const satisfies Row;

/** Role × ability. Absence means no; "own" asks that the actor is the subject's owner. */
export const POLICY = {
  "desk.enter": EVERYONE,
  "issue.read": EVERYONE,
  "issue.create": EDITORS,
  "issue.edit": EDITORS,
  "issue.arrange": EDITORS,
  "issue.import": EDITORS,
  "issue.publish": EDITORS,
  "issue.trash": EDITORS,
  "story.read": EVERYONE,
  "story.add": EVERYONE,
  "story.write": OWN_FOR_CONTRIBUTORS,
  "story.remove": OWN_FOR_CONTRIBUTORS,
  "story.review": OWN_FOR_CONTRIBUTORS,
  "story.approve": EDITORS,
  "issue.review": EDITORS,
  "issue.approve": EDITORS,
  "work.assign": EDITORS,
  "comment.write": EVERYONE,
  "comment.moderate": EDITORS,
  "suggestion.settle": OWN_FOR_CONTRIBUTORS,
  "preview.share": EDITORS,
  "image.add": EVERYONE,
  "source.read": EVERYONE,
  "source.edit": EDITORS,
  "source.collect": EVERYONE,
  "source.check": EVERYONE,
  "evidence.sign": EDITORS,
  "forecast.resolve": EDITORS,
  "entity.read": EVERYONE,
  "entity.edit": EDITORS,
  "feed.manage": EDITORS,
  "inbox.read": EVERYONE,
  "inbox.take": EVERYONE,
  "inbox.dismiss": EDITORS,
  "task.end": EDITORS,
  "contributor.read": EVERYONE,
  "contributor.invite": ADMINS,
  "contributor.manage": ADMINS,
  "audit.read": ADMINS,
  "trash.erase": ADMINS,
  "settings.edit": ADMINS,
} as const satisfies Record<string, Row>;

export type Ability = keyof typeof POLICY;

/** What is acted on, where ownership matters: `ownerId` is the author's contributor id. */
export interface Subject {
  readonly ownerId: string | null;
}

/** Whether the actor has the ability (on the subject, where the reach is "own"). For screens and server alike. */
export function can(actor: Actor, ability: Ability, subject?: Subject): boolean {
  const row: Row = POLICY[ability];
  const reach = row[actor.role];
  if (reach === "all") return true;
  if (reach === "own") return actor.id !== null && subject?.ownerId === actor.id;
  return false;
}

/** Like `can`, but throws AppError "forbidden". Every command and private query begins with it. */
export function authorize(actor: Actor, ability: Ability, subject?: Subject): void {
  if (can(actor, ability, subject)) return;
  throw new AppError("forbidden", `Your role (${actor.role}) does not allow this: ${SENTENCES[ability]}.`);
}

const SENTENCES: Record<Ability, string> = {
  "desk.enter": "entering the desk",
  "issue.read": "reading drafts",
  "issue.create": "starting an issue",
  "issue.edit": "editing an issue's own words",
  "issue.arrange": "changing the running order",
  "issue.import": "importing an issue",
  "issue.publish": "publishing",
  "issue.trash": "removing an issue",
  "story.read": "reading drafts",
  "story.add": "adding a story",
  "story.write": "changing a story that someone else wrote",
  "story.remove": "removing a story that someone else wrote",
  "story.review": "asking for a review of a story that someone else wrote",
  "story.approve": "approving a story",
  "issue.review": "asking for a review of an issue",
  "issue.approve": "approving an issue",
  "work.assign": "giving work to people",
  "comment.write": "commenting",
  "comment.moderate": "changing what someone else commented",
  "suggestion.settle": "accepting or refusing suggestions to a story that someone else wrote",
  "preview.share": "sharing a draft by a private link",
  "image.add": "adding images",
  "source.read": "reading sources",
  "source.edit": "editing a source that several stories may share",
  "source.collect": "collecting sources",
  "source.check": "checking sources",
  "forecast.resolve": "saying how a forecast came out",
  "entity.read": "reading what is known of names",
  "entity.edit": "editing and merging entities",
  "evidence.sign": "signing for a passage that is nearly the same",
  "feed.manage": "adding and changing feeds",
  "inbox.read": "reading the inbox",
  "inbox.take": "taking something from the inbox",
  "inbox.dismiss": "dismissing something from everybody's inbox",
  "task.end": "ending a task",
  "contributor.read": "seeing who works here",
  "contributor.invite": "inviting people",
  "contributor.manage": "changing roles and suspending people",
  "audit.read": "reading the audit log",
  "trash.erase": "erasing for good",
  "settings.edit": "changing the publication's settings",
};
