import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { module, sections } from "./help.mjs";

const FOLDER = join(import.meta.dirname, "../../assets/help");
const HELP = `# Hjälp

## Att skriva {#write}

Skriv
**här** nu.

1. Först
2. Sedan

![Ett fönster](window.png)
`;

test("makes sections of paragraphs, lists and pictures", () => {
  const [section] = sections(HELP);
  expect(section).toMatchObject({ id: "write", title: "Att skriva" });
  expect(section.blocks.map(({ type }) => type)).toEqual(["paragraph", "list", "picture"]);
  expect(section.blocks[0].text.map(({ text, bold }) => [text, bold])).toEqual([["Skriv ", false], ["här", true], [" nu.", false]]);
  expect(section.blocks[1]).toMatchObject({ numbered: true });
});

test("imports each picture", () => {
  expect(module(HELP)).toContain('import p0 from "./window.png?url";');
});

test("refuses what it would show as signs", () => {
  expect(() => sections("## Utan id\n\nText")).toThrow("not a section");
  expect(() => sections("## A {#a}\n\nKör `kommandot`")).toThrow("what is");
});

test("every picture of the help is there and shown", () => {
  const shown = sections(readFileSync(join(FOLDER, "sv.md"), "utf8")).flatMap(({ blocks }) => blocks.flatMap(({ name }) => name ?? []));
  expect([...shown].sort()).toEqual(readdirSync(FOLDER).filter((name) => name.endsWith(".png")).sort());
});
