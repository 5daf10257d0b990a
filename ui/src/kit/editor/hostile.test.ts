// Whatever is pasted: HTML that means no good, and Word's spoilt by seeded mutations.
import { DOMParser as Parser } from "prosemirror-model";
import { expect, test } from "vitest";

import type { Block } from "../rich";
import { clean } from "./clean";
import { toBlocks, toDoc } from "./convert";
import { schema } from "./schema";

const pasted = (html: string) => {
  const page = new DOMParser().parseFromString(clean(html), "text/html");
  return toBlocks(Parser.fromSchema(schema).parse(page.body));
};

const WHOLE = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><h1 onclick="x()">Mål</h1>
<p class="MsoNormal"><b>Fet</b> och <i>kursiv</i> <a href="https://example.org">här</a><o:p></o:p></p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>Kartlägga</p>
<table><tr><th>Vad</th><td><p>När</p><p>Var</p></td></tr></table><img src="x" onerror="x()"><script>x()</script></body></html>`;

const SPLINTERS = [
  "<p", "</", "<table><tr>", "</td>", "<script>alert(1)</script>", '<a href="javascript:x()">', "<o:p>", "<!--[if", "<![endif]-->", "\0", "\u202e",
  "&#0;", "&lt;script&gt;", '<p class="MsoListParagraph" style="mso-list:l9 level9">', "<svg onload=x()>", "<template>", "<li><li><ol>", '<a href="  JavaScript:x()">',
];

/** The same numbers for the same seed. */
function dice(seed: number) {
  let state = seed + 1;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function spoilt(seed: number): string {
  const roll = dice(seed);
  let html = WHOLE;
  for (let change = roll(8); change >= 0; change--) {
    const at = roll(html.length);
    const end = at + roll(60);
    html = [
      () => html.slice(0, at) + SPLINTERS[roll(SPLINTERS.length)] + html.slice(at),
      () => html.slice(0, at) + html.slice(end),
      () => html.slice(0, end) + html.slice(at),
    ][roll(3)]!();
  }
  return html;
}

/** Every address in the blocks, however deep. */
function links(blocks: Block[]): string[] {
  return [...JSON.stringify(blocks).matchAll(/"link":"([^"]*)"/g)].map(([, link]) => link ?? "");
}

/** Every word in the blocks, however they are parted into runs. */
function words(blocks: Block[]): string {
  return [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text?.replace(/\\n|\s/g, "")).join("");
}

test("takes whatever is pasted as text, and no address but those that a paper may have", () => {
  for (let seed = 0; seed < 120; seed++) {
    const blocks = pasted(spoilt(seed));
    for (const link of links(blocks)) expect(link, `seed ${seed}`).toMatch(/^(https?:|mailto:|tel:)/i);
    // What was taken in can be edited, and every word comes out again.
    expect(words(toBlocks(toDoc(blocks))), `seed ${seed}`).toBe(words(blocks));
  }
}, 60_000);

test("runs no code and fetches nothing that stands in what is pasted", () => {
  const text = JSON.stringify(pasted(WHOLE));
  expect(text).toContain("Kartlägga");
  expect(text).not.toMatch(/onerror|onclick|<img|<script/);
});

test("takes hundreds of levels and a row of a thousand cells", () => {
  const deep = "<div>".repeat(300) + "text" + "</div>".repeat(300);
  expect(JSON.stringify(pasted(deep))).toContain("text");
  const wide = `<table><tr>${"<td>x</td>".repeat(1000)}</tr></table>`;
  expect(pasted(wide)[0]?.type).toBe("table");
}, 60_000);
