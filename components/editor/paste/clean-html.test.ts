// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanHtml } from "@/components/editor/paste/clean-html";
import { outline } from "@/components/editor/paste/test-outline";
import { parsePasted } from "@/components/editor/paste/test-paste";
import { richText } from "@/lib/rich-text/document";
import { PICTURE } from "@/lib/rich-text/test-words";

const pasted = (html: string, mayStay?: ReadonlySet<string>) =>
  outline(parsePasted(cleanHtml(html).html, mayStay));

describe("cleanHtml", () => {
  it("keeps a claim's mark only where its id may stay, and a picture of ours", () => {
    const html = `<p data-pm-slice="1 1 []"><span class="claim" data-claim="c1">Said</span> so</p><figure data-image="${PICTURE}" data-credit="Jo"><img src="/x" alt="A quay" width="4" height="3"><figcaption>Seen</figcaption></figure>`;
    expect(pasted(html)).toBe("paragraph: Said so\nfigure: Seen");
    expect(pasted(html, new Set(["c1"]))).toBe("paragraph: [claim c1: Said] so\nfigure: Seen");
    expect(cleanHtml(html).pictures).toBe(0);
  });

  it("takes no claim from a page that only looks like ours", () => {
    expect(pasted('<p><span data-claim="c1">Said</span></p>', new Set(["c1"]))).toBe("paragraph: Said");
  });

  it("keeps a picture of ours out where its address is none", () => {
    expect(
      pasted(
        '<figure data-image="../evil"><img src="/x" alt="" width="4" height="3"><figcaption>Seen</figcaption></figure>',
      ),
    ).toBe("paragraph: Seen");
  });

  it("maps the highest heading there is to the upper level, one page title beside it", () => {
    expect(pasted("<h2>a</h2><h3>b</h3><h5>c</h5>")).toBe("heading 3: a\nheading 4: b\nheading 4: c");
    expect(pasted("<h1>t</h1><h2>a</h2><h3>b</h3>")).toBe("heading 3: t\nheading 3: a\nheading 4: b");
    expect(pasted("<h1>a</h1><h1>b</h1><h2>c</h2>")).toBe("heading 3: a\nheading 3: b\nheading 4: c");
  });

  it("drops addresses that no link may have and keeps the words", () => {
    const html =
      '<p><a href="javascript:alert(1)">a</a> <a href="/b">b</a> <a href="#c">c</a> <a href=" data:text/html,x">d</a></p>';
    expect(pasted(html)).toBe("paragraph: a b c d");
  });

  it("clamps what a table or a list says about itself", () => {
    const html =
      '<table><tr><td colspan="5000">a</td><td rowspan="-2">b</td></tr></table><ol start="-4"><li>c</li></ol>';
    expect(richText.safeParse(parsePasted(cleanHtml(html).html)).error).toBeUndefined();
  });
});

const tag = fc.constantFrom(
  ...[
    "p",
    "div",
    "span",
    "b",
    "i",
    "s",
    "a",
    "h1",
    "h2",
    "h4",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "br",
    "hr",
  ],
  ...[
    "table",
    "tbody",
    "tr",
    "td",
    "th",
    "caption",
    "figure",
    "figcaption",
    "img",
    "script",
    "style",
    "section",
    "dl",
    "dt",
    "o:p",
  ],
);
const attribute = fc.constantFrom(
  ...[
    'style="font-weight:700"',
    'style="font-style:italic;mso-list:l0 level2 lfo1"',
    'style="mso-list:Ignore"',
    "hidden",
  ],
  ...[
    'href="https://example.org/a"',
    'href="javascript:alert(1)"',
    'href="//x"',
    'colspan="0"',
    'colspan="999"',
    'rowspan="3"',
  ],
  ...[
    'start="-1"',
    'start="9999999"',
    'data-claim="c1"',
    'data-analysis="a1"',
    'data-pm-slice="1 1 []"',
    'class="language-x y"',
  ],
  ...[
    `data-image="${PICTURE}"`,
    'data-image="x"',
    'data-credit="c"',
    'alt="a"',
    'width="3"',
    'height="4"',
    'src="x"',
  ],
);
const leaf = fc.constantFrom("words", " ", "&nbsp;", "a<!-- c -->b", "<img width=1>", "<br>", "");
const { html } = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc
      .tuple(tag, fc.array(attribute, { maxLength: 3 }), fc.array(tie("html"), { maxLength: 4 }))
      .map(([name, attributes, inner]) => `<${[name, ...attributes].join(" ")}>${inner.join("")}</${name}>`),
  ),
}));

describe("whatever HTML is pasted", () => {
  it("makes a document that can be saved, without scripts, styles or copied claims", () => {
    fc.assert(
      fc.property(fc.array(html, { maxLength: 4 }), (parts) => {
        const clean = cleanHtml(parts.join("")).html;
        expect(clean).not.toMatch(/<script|<style| style=| on\w+=|javascript:/i);
        const document = parsePasted(clean);
        expect(richText.safeParse(document).error).toBeUndefined();
        expect(JSON.stringify(document)).not.toMatch(/"(claim|analysis)"/);
      }),
      { numRuns: 400 },
    );
  });
});

describe("what no person wrote", () => {
  it("comes in as its words, without walking to its end", () => {
    expect(cleanHtml(`${"<div>".repeat(400)}deep`).html).toBe("<p>deep</p>");
    expect(cleanHtml(`<p>many</p>${"<i>x</i>".repeat(31_000)}`).html).toMatch(/^<p>manyx+<\/p>$/);
    expect(cleanHtml(`${"<div>".repeat(60)}<p>fine <b>so</b></p>`).html).toContain("<strong>so</strong>");
  });
});
