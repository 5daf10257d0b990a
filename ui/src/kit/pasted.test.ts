import { expect, test } from "vitest";

import { tableText } from "./pasted";

test("a table from Word keeps the paragraphs of a cell in their cell", () => {
  const html = `<html><body><!--StartFragment--><table class="MsoTableGrid"><tr><td><p class="MsoNormal">Rubrik<o:p></o:p></p></td><td><p>Metod</p></td></tr>
    <tr><td><p>Gemensam
      rutin</p></td><td><p>Först.</p><p>Sedan <b>så</b>.</p></td></tr></table></body></html>`;
  expect(tableText(html)).toBe('Rubrik\tMetod\nGemensam rutin\t"Först.\nSedan så."');
});

test("a table from Excel keeps its columns", () => {
  const html = '<table><col width=64><tr height=20><td>Ett</td><td colspan=2 x:num>1&nbsp;000</td><td>sista</td></tr><tr><td></td><td>säg "ja"</td></tr></table>';
  expect(tableText(html)).toBe('Ett\t1 000\t\tsista\n\t"säg ""ja"""');
});

test("a table in a cell is that cell's text, and text without a table is none", () => {
  expect(tableText("<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>")).toBe("ab");
  expect(tableText("<p>bara text</p>")).toBeUndefined();
});
