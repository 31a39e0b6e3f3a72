import fc from "fast-check";
import { expect, it } from "vitest";
import { addressesIn, sharedPage } from "@/components/desk/collect/addresses";

it("finds the addresses in what people paste", () => {
  const text = `See https://pier.example/a, (and http://quay.example/b_(c)) or “https://mole.example/?q=1&r=2#top”.
    [name](https://pier.example/d). https://pier.example/a again; ftp://no.example mailto:x@y.example https://`;
  expect(addressesIn(text)).toEqual([
    "https://pier.example/a",
    "http://quay.example/b_(c)",
    "https://mole.example/?q=1&r=2#top",
    "https://pier.example/d",
  ]);
  expect(addressesIn("Nothing here")).toEqual([]);
});

it("finds every address of a list again, up to fifty", () => {
  const url = fc
    .webUrl({ withQueryParameters: true, withFragments: true })
    .filter((each) => /[\w/]$/.test(each) && !/[()[\]]/.test(each));
  fc.assert(
    fc.property(
      fc.uniqueArray(url, { maxLength: 70 }),
      fc.constantFrom("\n", " ", "\r\n- ", ", "),
      (urls, between) => {
        const plain = urls.filter((each) => !/[|^`{}\\'*]/.test(each));
        expect(addressesIn(plain.join(between))).toEqual(plain.slice(0, 50));
      },
    ),
  );
});

it("takes a shared page apart, wherever the app put its address", () => {
  const page = { url: "https://a.example", title: "T", text: "Words" };
  expect(sharedPage(page)).toEqual(page);
  expect(sharedPage({ url: "", title: "A title", text: "A title https://a.example/x" })).toEqual({
    url: "https://a.example/x",
    title: "A title",
    text: "A title",
  });
  expect(sharedPage({ url: "", title: "", text: "no address" })).toMatchObject({
    url: "",
    text: "no address",
  });
});
