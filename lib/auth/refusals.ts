import { limitedSentence } from "@/lib/contributors/schema";

/** What next-auth hands to the sign-in page when too many passwords were wrong: this and the seconds to wait. */
export const LIMITED = "limited:";

/** The same when the fault was ours, such as a database that does not answer. */
export const UNAVAILABLE = "unavailable";

/** The sentence for an error that next-auth answered a sign-in with; `wrong` where the credentials were simply not right. */
export function refusalSentence(error: string, wrong: string): string {
  if (error.startsWith(LIMITED)) return limitedSentence(Number(error.slice(LIMITED.length)));
  if (error === "CredentialsSignin") return wrong;
  return "Signing in does not work at the moment. Nothing was lost: try again in a minute.";
}
