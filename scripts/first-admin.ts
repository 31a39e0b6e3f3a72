// Makes the first admin where there is none and prints the one-time link; prints nothing otherwise.
import { ensureFirstAdmin } from "@/lib/contributors/commands";
import { db } from "@/lib/db";
import { env } from "@/lib/env";

const made = await ensureFirstAdmin({ siteUrl: env().PLUMBLINE_URL });
if (made) console.log(made.link);
await db().$disconnect();
