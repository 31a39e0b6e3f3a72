import type { Page } from "@/lib/extraction/extract";

/** Lines of a page with the distance to the line above, in points. */
type Lines = [text: string, down: number][];

const escaped = (text: string) => text.replace(/[\\()]/g, "\\$&");

function contentStream(lines: Lines): string {
  const shown = lines.map(([text, down]) => `0 -${down} Td (${escaped(text)}) Tj`).join("\n");
  return `BT /F1 11 Tf 72 760 Td\n${shown}\nET`;
}

/** A PDF as its objects, written by hand: one font, one text stream a page, an information dictionary. */
export function writePdf(
  pages: Lines[],
  info: Record<string, string> = {},
  trailer = "",
): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, n) => `${4 + n * 2} 0 R`).join(" ");
  const entries = Object.entries(info).map(([key, value]) => `/${key} (${escaped(value)})`);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((lines, n) => {
      const stream = contentStream(lines);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + n * 2} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
    `<< ${entries.join(" ")} >>`,
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, n) => {
    const at = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file + table + end);
}

/** A report of two pages with a word divided at a line end. */
export function pdfPage(url: string): Page {
  const body = writePdf(
    [
      [
        ["Annual report of the port", 0],
        ["The port handled 4,212 ships in the year, nine per cent fewer than be-", 30],
        ["fore, and stays grew longer.", 14],
        ["A second berth would cost 88 million.", 30],
      ],
      [["The board approved the budget in March.", 0]],
    ],
    {
      Title: "Annual report of the port",
      Author: "Rosa Lind",
      Subject: "The year in figures",
      CreationDate: "D:20260331233000-05'00'",
    },
  );
  return { url, mediaType: "application/pdf", body };
}
