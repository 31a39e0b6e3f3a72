import { type DemoStory, fact, quotation, statement } from "@/prisma/demo/content";
import { analysis, body, claim, p } from "@/prisma/demo/notation";
import { rakutenAi } from "@/prisma/demo/sources";

// As in the issue whose facts these are, what Xiaomi says has no Xiaomi source: Plumbline has to notice.

export const xiaomiRakuten: DemoStory = {
  key: "xiaomi-rakuten",
  headline: "Xiaomi and Rakuten — large models, small print",
  author: "contributor",
  state: "approved",
  sources: [rakutenAi],
  body: body(
    p`${claim(
      "xiaomi-size",
      `MiMo-V2-Pro, by Xiaomi’s account, runs to more than 1 trillion parameters, 42 billion of them active, and reads
      1 million tokens at a sitting`,
    )}. The name “${claim("xiaomi-hunter", "Hunter Alpha")}” had been seen before it. ${claim(
      "xiaomi-internal",
      "That was a version for testing inside the house, Xiaomi explains, and no second model",
    )}. No Xiaomi source stands under our headline because we hold none; take all this as the company’s word, at second
    hand.`,

    p`${claim("xiaomi-goods", "Xiaomi makes telephones, televisions and vehicles as well")}, and ${analysis(
      "xiaomi-vertical",
      `a firm with model and appliances under one roof could join them in ways closed to a laboratory`,
    )}.`,

    p`${claim("rakuten-release", "Rakuten AI 3.0 came out in the same days, as part of Japan’s GENIAC project")}. ${claim(
      "rakuten-licence",
      "Rakuten gives it away under Apache 2.0 and calls it the largest high-performance AI model in Japan",
    )}. ${claim(
      "rakuten-origin",
      "The company adds that it drew on leading open-source models and fitted them to Japanese business",
    )}. ${analysis(
      "rakuten-finish",
      `On that description a national model may be a local finish on a shared foundation, and the word domestic is
      true of the finish`,
    )}.`,
  ),
  why: {
    words: body(
      p`Two releases and one difficulty: it takes ever more footnotes to say who built a thing. A ministry paying for a
      model, a buyer declaring the origin of what is installed and a reader of this page want the same particulars, and
      all make do with the maker’s choice of words.`,
    ),
    analysis: {
      restsOn: ["xiaomi-size", "xiaomi-internal", "rakuten-licence", "rakuten-origin"],
      counterargument:
        "Open weights can be compared by anyone who downloads them. Ancestry may get easier to check.",
    },
  },
  claims: {
    "xiaomi-size": statement("Xiaomi"),
    "xiaomi-hunter": quotation("Xiaomi"),
    "xiaomi-internal": statement("Xiaomi"),
    "xiaomi-goods": fact(),
    "rakuten-release": fact(),
    "rakuten-licence": statement("Rakuten"),
    "rakuten-origin": statement("Rakuten"),
  },
  analyses: {
    "xiaomi-vertical": { restsOn: ["xiaomi-size", "xiaomi-goods"] },
    "rakuten-finish": { restsOn: ["rakuten-origin", "rakuten-release"] },
  },
};
