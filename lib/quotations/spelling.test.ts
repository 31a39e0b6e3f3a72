import { expect, it } from "vitest";
import { isSpelling } from "@/lib/quotations/spelling";

const pairs = (list: string) =>
  list
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split("/") as [string, string]);

it.each(
  pairs(`colour/color neighbourhoods/neighborhoods organise/organize analysed/analyzed civilisation/civilization
    defence/defense licences/licenses encyclopaedia/encyclopedia judgement/judgment travelled/traveled modelling/modeling
    fulfil/fulfill enrolment/enrollment skilful/skillful goverment/government comercial/commercial accomodate/accommodate`),
)("%s and %s are one word", (one, other) => {
  expect(isSpelling(one, other)).toBe(true);
  expect(isSpelling(other, one)).toBe(true);
});

it.each(
  pairs(`moral/amoral typical/atypical legal/illegal raise/raised profit/profits increase/increased adopt/adapt
    founded/funded presented/prevented employer/employee prescribed/proscribed contacts/contracts mourning/morning
    morality/mortality immorality/immortality uniformed/uninformed infection/inflection summaries/summarises filed/filled
    on/no now/not million/billion course/corse shoes/shes Iran/Iraq Labour/Labor wont/won't 不可能/可能 organise/organised
    contact/contract continent/contingent predicted/predicated ethically/ethnically where/were`),
)("%s and %s are two words", (one, other) => {
  expect(isSpelling(one, other)).toBe(false);
  expect(isSpelling(other, one)).toBe(false);
});
