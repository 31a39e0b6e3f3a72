import fc from "fast-check";
import { expect, test } from "vitest";
import { dateInUrl, readDate } from "@/lib/extraction/dates";

const read = (text: string, language: string | null = "en", topLevel = "com") =>
  readDate(text, { language, topLevel });

test.each([
  ["2026-03-12T23:30:00-05:00", "en", "2026-03-12"],
  ["2026-03-12T00:30:00Z", "en", "2026-03-12"],
  ["Thu, 12 Mar 2026 23:30:00 -0500", "en", "2026-03-12"],
  ["20260312", "en", "2026-03-12"],
  ["2026/3/12", "en", "2026-03-12"],
  ["March 12th, 2026 at 5pm ET", "en-US", "2026-03-12"],
  ["12 Sept 2026", "en-GB", "2026-09-12"],
  ["Donnerstag, 12. März 2026, 17:45 Uhr", "de", "2026-03-12"],
  ["1er avril 2026", "fr", "2026-04-01"],
  ["3 de agosto de 2026", "es", "2026-08-03"],
  ["3 de março de 2026", "pt-BR", "2026-03-03"],
  ["maandag 2 maart 2026", "nl", "2026-03-02"],
  ["2026年3月12日（木）", "ja", "2026-03-12"],
  ["2026년 3월 12일", "ko", "2026-03-12"],
  ["1773273600", "en", "2026-03-12"],
])("%s (%s)", (text, language, day) => {
  expect(read(text, language)).toBe(day);
});

test("day and month in figures are told apart by the country, or not at all", () => {
  expect(read("03/04/2026", "en-US")).toBe("2026-03-04");
  expect(read("03/04/2026", "en-GB")).toBe("2026-04-03");
  expect(read("03/04/2026", "en", "uk")).toBe("2026-04-03");
  expect(read("03/04/2026", "fr")).toBe("2026-04-03");
  expect(read("3.4.2026", "de")).toBe("2026-04-03");
  expect(read("03/04/2026", "en")).toBeNull();
  expect(read("03/13/2026", "en")).toBe("2026-03-13");
});

test.each([
  "yesterday",
  "3 hours ago",
  "March 2026",
  "2026",
  "Monday",
  "12 March",
  "2026-02-30",
  "0001-01-01",
  "1970-01-01T00:00:00Z",
  "",
])("%j is no day", (text) => {
  expect(read(text)).toBeNull();
});

test("any day is read back from ISO and from an address, and no text makes it fail", () => {
  const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(read(date.toISOString())).toBe(day);
      expect(dateInUrl(`https://paper.example/${day.replaceAll("-", "/")}/a-title`)).toBe(day);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void read(text)));
});
