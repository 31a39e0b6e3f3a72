import { hashEdition } from "@/lib/editions/hash";
import { type Edition, edition } from "@/lib/editions/schema";
import {
  testAnalysis,
  testClaim,
  testEvidence,
  testSource,
  testStory,
  uuid,
} from "@/lib/editions/test-parts";
import { DEFAULT_LABELS } from "@/lib/issues/labels";
import { plainText } from "@/lib/rich-text/plain-text";
import {
  analysisMark,
  bold,
  claimMark,
  doc,
  heading,
  italic,
  link,
  list,
  p,
  quote,
  table,
} from "@/lib/rich-text/test-words";

// An Edition for tests: a weekly about night trains that do not exist, so that nobody real is quoted.

const nordlicht = testSource(1, { title: "Nordlicht orders forty sleepers" });
const wire = testSource(2, {
  title: "Sleeper orders at a thirty-year high",
  byline: "M. Okafor",
  publisher: "Harbour Wire",
});
const ledger = testSource(3, {
  title: "Fares, spring 2026",
  publisher: "Corvia",
  url: null,
  publishedAt: null,
});

const forecast = testClaim(11, "Nordlicht expects two million berths a year by the end of 2027", {
  kind: "forecast",
  attribution: "reported",
  speaker: "Nordlicht Rail",
  speakerRole: "Operator",
  utteredAt: "2026-03-17",
  due: {
    at: "2027-12-31",
    criteria: "The yearly report for 2027 counts them.",
    probability: null,
    outcome: "open",
    resolvedAt: null,
  },
  evidence: [
    testEvidence(nordlicht, "we expect to sell two million berths a year", {
      prefix: "With the new cars in service ",
      suffix: " by the end of 2027, up from 1.1",
    }),
    testEvidence(wire, "The company has missed each of its last three targets, by between 9% and 14%", {
      relation: "context",
      prefix: "Analysts were wary. ",
    }),
  ],
});
const order = testClaim(12, "The order is for forty cars, with an option on twenty more", {
  evidence: [testEvidence(nordlicht, "forty cars, with an option on twenty more")],
});
const quotation = testClaim(13, "“a hotel that happens to arrive”", {
  kind: "quotation",
  attribution: "quoted",
  speaker: "Ines Vold",
  speakerRole: "Chief executive, Nordlicht Rail",
  evidence: [
    testEvidence(nordlicht, "a hotel that happens to arrive", {
      prefix: "We are building ",
      origin: "demoExcerpt",
    }),
  ],
});
const statement = testClaim(14, "The company says the cars will be cheaper to run than those they replace", {
  kind: "statement",
  attribution: "reported",
  speaker: "Nordlicht Rail",
  status: "disputed",
});
const commitment = testClaim(15, "has promised to keep the Tuesday train through the works", {
  kind: "commitment",
  attribution: "reported",
  speaker: "Corvia",
  due: { at: "2026-11-30", criteria: null, probability: null, outcome: "open", resolvedAt: null },
  evidence: [testEvidence(ledger, "The Tuesday train stays", { origin: "typed", matchStatus: "near" })],
});
const unsourced = testClaim(16, "Two of the three depots are full");
const fares = testClaim(17, "A couchette now costs less than the bus on five of nine routes", {
  evidence: [testEvidence(ledger, "five of nine routes")],
});

const reading = testAnalysis(21, "Sleepers are being sold as capacity, not as romance", {
  premises: [order.id, forecast.id],
  counterargument: "The advertisements still show candlelight.",
});
const box = testAnalysis(22, "Whoever owns the cars sets the terms.", {
  scope: "whyItMatters",
  premises: [order.id, forecast.id, fares.id],
});

const stories = [
  testStory(1, {
    headline: "Nordlicht buys in bulk — the sleeper becomes a fleet",
    sources: [nordlicht, wire],
    claims: [forecast, order, quotation, statement],
    analyses: [reading, box],
    body: doc(
      p(
        claimMark(
          forecast.id,
          "Nordlicht expects ",
          bold("two million berths"),
          " a year by the end of 2027",
        ),
        ", almost twice what it sold last year. Nothing of it is sold yet. The argument beneath the number matters more: a train that is full every night needs no subsidy on any of them.",
      ),
      p(
        claimMark(
          order.id,
          "The order is for ",
          link("https://nordlicht.example/cars", "forty cars, with an ", italic("option")),
          " on twenty more",
        ),
        ". Its chief executive calls the new car ",
        claimMark(quotation.id, "“a hotel that happens to arrive”"),
        ". ",
        claimMark(statement.id, "The company says the cars will be cheaper to run than those they replace"),
        "; two former engineers disagree in print. ",
        analysisMark(reading.id, "Sleepers are being sold as capacity, not as romance"),
        ", and capacity is a thing one can finance.",
      ),
      heading(3, "What was ordered"),
      list(
        ["Twenty-four couchette cars, ", bold("six berths"), " to a room"],
        "Twelve sleepers with showers",
        "Four cars for bicycles and luggage",
      ),
    ),
    why: doc(
      p(
        "Take the two million with salt and the direction still holds. If every line north of the mountains rents from one yard, whoever owns the yard sets the terms, and this week one company showed the whole catalogue.",
      ),
    ),
  }),
  testStory(2, {
    headline: "The depot question",
    sources: [wire],
    claims: [unsourced],
    body: doc(
      p(
        "Cars must sleep too. ",
        claimMark(unsourced.id, "Two of the three depots are full"),
        ", and the third has no roof.",
      ),
      quote("Nobody photographs a depot, which is why nobody funds one."),
    ),
    why: doc(p("An order book is only as long as the sidings behind it.")),
  }),
  testStory(3, {
    headline: "Corvia and Lumen — two fares, one corridor",
    sources: [ledger],
    claims: [fares, commitment],
    analyses: [
      testAnalysis(23, "The corridor is where the price of a night is being settled", {
        premises: [fares.id],
      }),
    ],
    body: doc(
      p(
        claimMark(fares.id, "A couchette now costs less than the bus on five of nine routes"),
        ". Corvia ",
        claimMark(commitment.id, "has promised to keep the Tuesday train through the works"),
        ".",
      ),
      table(
        ["Operator", "Seat", "Couchette", "Share of nights", "What you get for it"],
        ["Corvia", "€19.00", "€44.50", "38%", "Linen, breakfast, a door that locks"],
        ["Lumen", "€24.00", "€39.00", "21%", "Linen"],
        ["Nordlicht", "€29.00", "€71.00", "41%", "A shower on the longer routes"],
      ),
      p(analysisMark(uuid(23), "The corridor is where the price of a night is being settled"), "."),
    ),
    why: doc(p("Prices that meet do not stay met.")),
  }),
  testStory(4, {
    headline: "A timetable for everybody — the border hour goes",
    body: doc(
      p(
        "From June one timetable covers four countries, and the hour that trains used to spend at the border is gone. Passports are checked while people sleep, or rather while they try to.",
      ),
    ),
  }),
];

const content: Omit<Edition, "hash"> = {
  publication: { name: "Plumbline", tagline: "What the week’s sentences stand on", language: "en" },
  number: 12,
  slug: "the-sleepers-are-coming",
  title: "The sleepers are coming back",
  standfirst:
    "Four stories about who owns the beds that cross the continent, and one table that makes the case better than any advertisement did.",
  week: { from: "2026-03-14", to: "2026-03-20" },
  edition: 2,
  publishedAt: "2026-03-22T07:00:00.000Z",
  labels: DEFAULT_LABELS,
  introduction: doc(
    p(
      "The brochures took the headlines. The decisions that will outlast them were made further down: in depots, leases and price lists.",
    ),
    p("We read the leases, so that you can sleep."),
  ),
  introductionText: "",
  highlights: [
    {
      text: "Nordlicht sold sleeping cars as an infrastructure problem.",
      stories: ["s-aaaaaaaaa1", "s-aaaaaaaaa2"],
    },
    { text: "Corvia spent on fares rather than on advertisements.", stories: ["s-aaaaaaaaa3"] },
    { text: "The border hour, the longest hour in European travel, is going.", stories: ["s-aaaaaaaaa4"] },
  ],
  thesis: ["These point the same way.", "The bed is becoming worth more than the engine."],
  sections: [
    { title: "Rolling stock", stories: stories.slice(0, 2) },
    { title: "Fares and timetables", stories: stories.slice(2) },
  ],
  closing: doc(p("Nobody remembers who laid a siding, until they need to sleep on it.")),
  closingText: "Nobody remembers who laid a siding, until they need to sleep on it.",
  feedbackPrompt: "Did this issue help? Tell us what you would have asked.",
  corrections: [
    {
      storyAnchor: "s-aaaaaaaaa1",
      claim: order.id,
      before: "The order is for fifty cars",
      after: "The order is for forty cars",
      reason: "We added the option to the order.",
      severity: "correction",
      publishedAt: "2026-03-22T07:00:00.000Z",
    },
  ],
};

/** The edition, with parts replaced and its hash right. */
export function testEdition(more: Partial<Omit<Edition, "hash">> = {}): Edition {
  const whole = { ...content, ...more };
  const words = {
    ...whole,
    introductionText: plainText(whole.introduction),
    closingText: plainText(whole.closing),
  };
  return edition.parse({ ...words, hash: hashEdition(words) });
}
