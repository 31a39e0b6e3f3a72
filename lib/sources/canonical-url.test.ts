import { expect, it } from "vitest";
import { canonicalUrl } from "@/lib/sources/canonical-url";

const PAGE = "https://harbour.example/berth";

it.each([
  `${PAGE}#`,
  `${PAGE}#top`,
  `${PAGE}/?utm_source=news&fbclid=abc#top`,
  `${PAGE}#:~:text=fees%20rise`,
  "HTTPS://Harbour.example/berth",
])("%s is the page itself", (url) => {
  expect(canonicalUrl(url)).toBe(PAGE);
});

it.each([`${PAGE}#fees`, `${PAGE}#/fees`, `${PAGE}?page=2`, "https://www.harbour.example/berth"])(
  "%s is not the page itself",
  (url) => {
    expect(canonicalUrl(url)).not.toBe(PAGE);
  },
);
