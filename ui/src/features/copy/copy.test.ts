import { expect, test } from "vitest";

import { toHtml } from "./copy";

const run = (text: string, other = {}) => ({ text, bold: false, italic: false, link: null, ...other });

test("headings, lists and tables stay what they are", () => {
  const html = toHtml([
    { type: "heading", level: 2, text: [run("Mål")] },
    { type: "list", numbered: false, items: [[{ type: "paragraph", text: [run("ett", { bold: true })] }]] },
    { type: "table", head: [[run("A")]], rows: [[[run("1")]]] },
  ]);
  const page = new DOMParser().parseFromString(html, "text/html");
  expect(page.querySelector("h2")?.textContent).toBe("Mål");
  expect(page.querySelector("ul li strong")?.textContent).toBe("ett");
  expect(page.querySelector("thead th")?.textContent).toBe("A");
});

test("what a user writes is never markup", () => {
  expect(toHtml([{ type: "paragraph", text: [run('<img src=x onerror="a">')] }])).toContain("&lt;img src=x onerror=&quot;a&quot;&gt;");
});
