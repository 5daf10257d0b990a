import { expect, test } from "vitest";

import { grouped, regroup } from "./amount";

const at = (marked: string) => ({ text: marked.replace("|", ""), caret: marked.indexOf("|") });
const shown = ({ text, caret }: { text: string; caret: number }) => `${text.slice(0, caret)}|${text.slice(caret)}`.replaceAll("\u202f", "_");

test.each([
  ["1|", "1|"],
  ["1800|", "1_800|"],
  ["180000|", "180_000|"],
  ["18\u202f0000|", "180_000|"],
  ["1\u202f80|0", "1_80|0"],
  ["91|8000", "91|8_000"],
  ["-2500|", "-2_500|"],
  ["1 2|", "12|"],
  ["82 |", "82 |"],
  ["82 t|", "82 t|"],
  ["1,5|", "1,5|"],
  ["|", "|"],
])("%s becomes %s", (typed, expected) => {
  expect(shown(grouped(at(typed)))).toBe(expected);
});

test("a control keeps its caret behind the same digit", () => {
  const control = document.createElement("input");
  control.value = "12345";
  control.setSelectionRange(2, 2);
  expect(regroup(control)).toBe("12\u202f345");
  expect(control.selectionStart).toBe(2);
});
