import { DOMParser as Parser } from "prosemirror-model";
import { expect, test } from "vitest";

import { lines } from "../rich";
import { clean, cleanText } from "./clean";
import { toBlocks, toDoc } from "./convert";
import { schema } from "./schema";

const pasted = (html: string) => {
  const page = new DOMParser().parseFromString(clean(html), "text/html");
  return toBlocks(Parser.fromSchema(schema).parse(page.body));
};

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<p class="MsoNormal"><b>Mål</b> och <i>metod</i><o:p></o:p></p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span>Kartlägga</p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span>Pröva</p>
<table><tr><td><p class="MsoNormal">Vad</p></td><td><p class="MsoNormal">När</p></td></tr><tr><td><p>Start</p></td><td><p>Mars</p></td></tr></table>
<p class="MsoNormal">&nbsp;</p></body></html>`;

test("makes Word's lists lists and keeps bold, italics and tables", () => {
  const blocks = pasted(WORD);
  expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "list", "table"]);
  expect(blocks[0]).toMatchObject({ text: [{ text: "Mål", bold: true }, { text: " och " }, { text: "metod", italic: true }] });
  expect(lines([blocks[1]!])).toBe("Kartlägga\nPröva");
  expect(blocks[2]).toMatchObject({ head: [[{ text: "Vad" }], [{ text: "När" }]] });
});

test("lets no address through but those that a paper may have", () => {
  const text = (href: string) => pasted(`<p><a href="${href}">här</a></p>`)[0];
  expect(text("https://example.org")).toMatchObject({ text: [{ link: "https://example.org" }] });
  expect(text("javascript:alert(1)")).toMatchObject({ text: [{ link: null }] });
});

test("lets no mark through that no page can show", () => {
  expect(cleanText("a\u0007b\tc\nd\u000b")).toBe("ab\tc\nd");
  expect(pasted("<p>Ett\u0007 <b>mål\u001b</b></p>")[0]).toMatchObject({ text: [{ text: "Ett " }, { text: "mål", bold: true }] });
});

test("gives the blocks back that it was given", () => {
  const run = (text: string, bold = false) => ({ text, bold, italic: false, link: null });
  const blocks = [
    { type: "heading" as const, level: 1, text: [run("Rubrik")] },
    { type: "paragraph" as const, text: [run("Ett "), run("två", true), run("\ntre")] },
    { type: "list" as const, numbered: true, items: [[{ type: "paragraph" as const, text: [run("A")] }]] },
    { type: "table" as const, head: [[run("X")]], rows: [[[run("1")]]] },
  ];
  expect(toBlocks(toDoc(blocks))).toEqual(blocks);
});
