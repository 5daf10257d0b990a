import { expect, test, vi } from "vitest";

import { copyBlocks, toHtml } from "./copy";

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

test("what is asked for before it is there is copied when it comes, and nothing when it does not", async () => {
  const written: ClipboardItem[] = [];
  vi.stubGlobal("ClipboardItem", class {
    constructor(readonly parts: Record<string, Promise<Blob>>) {}
  });
  vi.stubGlobal("navigator", { clipboard: { write: async ([item]: [{ parts: Record<string, Promise<Blob>> }]) => {
    await Promise.all(Object.values(item.parts));
    written.push(item as never);
  } } });
  const blocks = [{ type: "paragraph" as const, text: [run("Hej")] }];
  expect(await copyBlocks(Promise.resolve({ status: "ok", data: blocks }))).toBe(true);
  expect(written.length).toBe(1);
  const error = { code: "internal", args: {}, message: "", hints: [] };
  expect(await copyBlocks(Promise.resolve({ status: "error", error }))).toBe(false);
  expect(written.length).toBe(1);
});
