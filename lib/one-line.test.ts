import { expect, it } from "vitest";
import { setAnalysisInput } from "@/lib/analyses/schema";
import { setClaimInput } from "@/lib/claims/schema";
import { resolveForecastInput } from "@/lib/forecasts/schema";
import { importedSource } from "@/lib/importers/imported-issue";
import { issueTitle, sectionTitle } from "@/lib/issues/schema";
import { addSourceInput, editSourceInput } from "@/lib/sources/schema";
import { headline } from "@/lib/stories/schema";

const TURNED = " \u202Egnp\u2066.exe\u2069 ";
const JOINED = "می\u200Cخواهم 👩\u200D🔬";

it.each([
  ["an issue's title", issueTitle],
  ["a section's title", sectionTitle],
  ["a headline", headline],
  ["a source's title", addSourceInput.shape.title],
  ["a publisher", addSourceInput.shape.publisher],
  ["what counts as met", setClaimInput.shape.resolutionCriteria],
  ["what happened", resolveForecastInput.shape.resolution],
  ["a counterargument", setAnalysisInput.shape.counterargument],
  ["an imported source's title", importedSource.shape.title],
])("%s loses what turns its direction, and keeps joiners", (_, schema) => {
  expect(schema.parse(TURNED)).toBe("gnp.exe");
  expect(schema.parse(JOINED)).toBe(JOINED);
});

it.each([issueTitle, headline, editSourceInput.shape.title])("%#: nothing else is nothing", (schema) => {
  expect(schema.safeParse("\u202A \u202C").success).toBe(false);
  expect(schema.safeParse("\u200B\u2060\u202E").success).toBe(false);
});
