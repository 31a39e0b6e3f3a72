import type { ReadingFailure } from "@/lib/sources/state";

/**
 * Why a source's page could not be read, short, and what to do about it. The look itself has a sentence with the particulars
 * (lib/fetch/failures.ts); this is for where only the kind of failure is known.
 */
export const FAILURE_WORDS: Record<ReadingFailure, string> = {
  dead: "Nothing is at this address any more. Look for the new one, or type what it said.",
  unavailable: "The site does not answer right now; it is tried again.",
  timedOut: "The site took too long to answer; it is tried again.",
  blocked: "The site does not let Plumbline read the page. Type what it says.",
  login: "The page asks to sign in. Type what it says.",
  captcha: "The site asks for proof that a person is asking. Type what it says.",
  paywall: "The page is behind a paywall. Type what it says.",
  robots: "The site asks machines to stay away. Type what it says.",
  tooLarge: "The page is too large to be read. Type what it says.",
  notText: "There is no text at this address. Type what it shows.",
  unreadable: "No text could be read out of the page. Type what it says.",
  malformed: "What the site sent cannot be read; it is tried again.",
  redirected: "The page leads on and on, or to where nothing is fetched. Look for its real address.",
  refused: "This address is not fetched. Use one on the public web.",
};
