import { EditorState, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";

import { toBlocks, toDoc } from "./convert";
import { address, linkAt, setLink, unlink } from "./link";

const run = (text: string, link: string | null = null) => ({ text, bold: false, italic: false, link });

function state(runs: ReturnType<typeof run>[], from: number, to = from) {
  const made = EditorState.create({ doc: toDoc([{ type: "paragraph", text: runs }]) });
  return made.apply(made.tr.setSelection(TextSelection.create(made.doc, from, to)));
}

const runs = (step: { doc: Parameters<typeof toBlocks>[0] }) => {
  const [block] = toBlocks(step.doc);
  return block?.type === "paragraph" ? block.text.map(({ text, link }) => (link ? `[${text}](${link})` : text)).join("") : "";
};

test("selected words get an address of their own", () => {
  const before = state([run("Läs planen här.")], 5, 11);
  expect(linkAt(before)).toEqual({ from: 5, to: 11, words: "planen", href: "" });
  expect(runs(setLink(before, linkAt(before), "planen", "https://example.org/p"))).toBe("Läs [planen](https://example.org/p) här.");
});

test("where nothing is selected, words and address are put in", () => {
  const before = state([run("Läs .")], 5);
  expect(runs(setLink(before, linkAt(before), "planen", "https://example.org"))).toBe("Läs [planen](https://example.org).");
  expect(runs(setLink(before, linkAt(before), " ", "https://example.org"))).toBe("Läs [https://example.org](https://example.org).");
});

test("a link that the caret stands in is changed as a whole, or taken away", () => {
  const before = state([run("Läs "), run("planen", "https://a.example"), run(".")], 7);
  expect(linkAt(before)).toEqual({ from: 5, to: 11, words: "planen", href: "https://a.example" });
  expect(runs(setLink(before, linkAt(before), "hela planen", "https://b.example"))).toBe("Läs [hela planen](https://b.example).");
  expect(runs(unlink(before, linkAt(before)))).toBe("Läs planen.");
});

test.each([
  ["www.example.org/a", "https://www.example.org/a"],
  ["https://example.org", "https://example.org"],
  ["grupp@example.org", "mailto:grupp@example.org"],
  ["tel:035-10", "tel:035-10"],
  ["javascript:alert(1)", undefined],
  ["file:///etc/passwd", undefined],
  ["hej", undefined],
  ["två ord.se", undefined],
  ["", undefined],
])("%s means %s", (typed, expected) => {
  expect(address(typed)).toBe(expected);
});
