// Builds what reader pages link to: one stylesheet, the fonts and the icon, in public/assets/, each with a hash of its
// content in its name (so they may be kept for ever), and manifest.json with the names that the server puts into pages.
// `node scripts/assets.mjs` or buildAssets(); it takes a fraction of a second and leaves what is unchanged alone.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = path.join(root, "public", "assets");
const rooms = path.join(root, "components", "edition");
const require = createRequire(import.meta.url);

const FAMILIES = [
  { name: "Newsreader", package: "newsreader", weight: "200 800", styles: ["normal", "italic"] },
  { name: "Instrument Sans", package: "instrument-sans", weight: "400 700", styles: ["normal"] },
];
const SUBSETS = ["latin", "latin-ext"];

/** The main face: pages ask for it before they have read the stylesheet. */
const MAIN = "newsreader-latin-normal";

function hashedName(name, extension, bytes) {
  return `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.${extension}`;
}

/** Writes a file under its hashed name and answers that name. */
async function put(name, extension, bytes) {
  const file = hashedName(name, extension, bytes);
  if (!existsSync(path.join(target, file))) await writeFile(path.join(target, file), bytes);
  return file;
}

async function putFonts() {
  const faces = [];
  for (const family of FAMILIES) {
    const folder = path.dirname(require.resolve(`@fontsource-variable/${family.package}/package.json`));
    const ranges = JSON.parse(await readFile(path.join(folder, "unicode.json"), "utf8"));
    for (const style of family.styles) {
      for (const subset of SUBSETS) {
        const bytes = await readFile(
          path.join(folder, "files", `${family.package}-${subset}-wght-${style}.woff2`),
        );
        const name = `${family.package}-${subset}-${style}`;
        faces.push({ name, file: await put(name, "woff2", bytes), family, style, range: ranges[subset] });
      }
    }
  }
  return faces;
}

// "swap" with stand-ins of the same measure (fallbacks.css): the text is there at once and hardly moves.
const faceRule = ({ family, file, style, range }) =>
  `@font-face{font-family:"${family.name}";font-style:${style};font-weight:${family.weight};font-display:swap;` +
  `src:url(${file}) format("woff2");unicode-range:${range}}`;

async function bundle(file) {
  const { bundleAsync } = await import("lightningcss");
  return (await bundleAsync({ filename: path.join(rooms, file), minify: true })).code.toString();
}

/** Builds everything and answers the manifest: { stylesheet, serif, icon }, addresses on the site. */
export async function buildAssets() {
  await mkdir(target, { recursive: true });
  const faces = await putFonts();
  const css = [faces.map(faceRule).join(""), await bundle("fallbacks.css"), await bundle("edition.css")].join(
    "",
  );
  const stylesheet = await put("edition", "css", css);
  const icon = await put("icon", "svg", await readFile(path.join(rooms, "icon.svg")));
  const serif = faces.find((face) => face.name === MAIN)?.file;
  if (!serif) throw new Error(`The main face ${MAIN} is not among the fonts.`);
  const manifest = Object.fromEntries(
    Object.entries({ stylesheet, serif, icon }).map(([name, file]) => [name, `/assets/${file}`]),
  );
  await writeFile(path.join(target, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const current = new Set([...faces.map((face) => face.file), stylesheet, icon, "manifest.json"]);
  for (const file of await readdir(target)) if (!current.has(file)) await rm(path.join(target, file));
  return manifest;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await buildAssets());
}
