// Print the text of a PDF as pdf.js (Firefox) extracts it: node pdfjs_text.mjs PDFJS_DIST FILE.pdf
Promise.withResolvers ??= function () { let resolve, reject; const promise = new Promise((a, b) => { resolve = a; reject = b; }); return { promise, resolve, reject }; };
globalThis.DOMMatrix ??= class {};
globalThis.Path2D ??= class {};
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const base = process.argv[2];
const pdfjs = await import(pathToFileURL(base + "/legacy/build/pdf.mjs"));
const doc = await pdfjs.getDocument({ data: new Uint8Array(readFileSync(process.argv[3])), verbosity: 0 }).promise;
for (let i = 1; i <= doc.numPages; i++) {
  const page = await doc.getPage(i);
  const content = await page.getTextContent();
  process.stdout.write(content.items.map((t) => (t.str ?? "") + (t.hasEOL ? "\n" : "")).join("") + "\n");
}
