// Writing a document in the window: what is done there stands in the file, which the command `missiv` reads.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { focusField, isPrinted, isSaved, list, missiv, named, open, openDocument, press, sample, type } from "./app.mjs";
import { Key } from "./driver.mjs";

let file;
let plan;
let window;
before(async () => {
  file = await sample();
  plan = (await list(file)).find(({ period }) => period === "2031");
  window = await open({ file });
  await openDocument(window, "2031");
});
after(() => window?.close());

/** What the file says of the plan, read in a copy since the window holds the file. */
const shown = () => missiv("show", file, plan.id);

const titles = () => window.run("return [...document.querySelectorAll('.list .item .t')].map((title) => title.innerText)");

test("a goal and an activity are added, and what is typed in them is in the file", async () => {
  await press(window, "Lägg till mål");
  await focusField(window, "Mål");
  await type(window, "Färre ska falla");
  await isSaved(window);
  await press(window, "Lägg till aktivitet");
  await window.until("the activity's form", async () => (await (await window.find(".detail h2")).text()) === "Aktivitet 1.1");
  await focusField(window, "Rubrik");
  await type(window, "Gemensam rutin");
  await focusField(window, "Metod");
  await type(window, "Vi går igenom åtta hem.");
  await window.press([Key.Control, "b"]);
  await type(window, " Viktigt.");
  await isSaved(window);
  const text = await shown();
  assert.match(text, /Färre ska falla/);
  assert.match(text, /1\.1 Gemensam rutin/);
  assert.match(text, /Vi går igenom åtta hem\.\s*\*\*\s*Viktigt\.\*\*/);
});

test("dates and amounts are typed as they come", async () => {
  await focusField(window, "Start");
  await type(window, "13/1");
  await focusField(window, "Budget");
  await type(window, "180000");
  await isSaved(window);
  await window.until("the date as it is written", () => window.run("return [...document.querySelectorAll('.input')].some((input) => input.value === '2031-01-13')"));
  await window.until("the amount with its space", () => window.run("return [...document.querySelectorAll('.input')].some((input) => input.value === '180\\u202f000')"));
  assert.match(await shown(), /2031-01-13/);
});

test("the page beside the form shows what is typed before it is saved", async () => {
  await isPrinted(window, 1);
  await focusField(window, "Uppföljning");
  const before = await window.run("return document.querySelector('[data-page] img').src");
  await type(window, "Varje månad.");
  await window.until("another page", () => window.run(`return document.querySelector('[data-page] img')?.src !== "${before}"`), 3000);
});

test("the field one writes in is shown on the page, and a press there goes to its field", async () => {
  await focusField(window, "Metod");
  const band = await window.until("its place", () => window.run("const here = document.querySelector('.here')?.getBoundingClientRect(); return here && { x: here.x + 40, y: here.y + 8 }"));
  await focusField(window, "Rubrik");
  await window.run("const sheet = document.elementFromPoint(arguments[0], arguments[1]).closest('.sheet'); sheet.dispatchEvent(new MouseEvent('click', { clientX: arguments[0], clientY: arguments[1], bubbles: true }))", band.x, band.y);
  await window.until("the field's focus", () => window.run("return document.activeElement?.getAttribute('aria-labelledby')?.includes('metod')"));
});

test("an activity is copied, moved by the keyboard, removed and brought back", async () => {
  await press(window, "Gör en kopia");
  await window.until("the copy", async () => (await titles()).filter((title) => title === "Gemensam rutin").length === 2);
  await focusField(window, "Rubrik");
  await type(window, " två");
  await isSaved(window);
  const item = await named(window, ".list .item", "Gemensam rutin två");
  await item.click();
  await window.press([Key.Alt, Key.Up]);
  await window.until("the order", async () => (await titles()).indexOf("Gemensam rutin två") === 1);
  await press(window, "Ta bort aktivitet");
  await window.until("one activity", async () => (await titles()).length === 2);
  await window.run("document.activeElement?.blur()");
  await window.press([Key.Control, "z"]);
  await window.until("the copy again", async () => (await titles()).includes("Gemensam rutin två"));
  await window.until("what was undone", async () => /^Ångrade: Tog bort aktivitet [\d.]+$/.test(await (await window.find(".told")).text()));
  await window.press([Key.Control, "y"]);
  await window.until("one activity again", async () => (await titles()).length === 2);
  assert.doesNotMatch(await shown(), /Gemensam rutin två/);
});

test("a table pasted from Excel becomes activities", async () => {
  await press(window, "Klistra in aktiviteter");
  await (await named(window, "dialog textarea", "")).click();
  await window.run(`
    const area = document.querySelector("dialog textarea");
    area.value = "Rubrik\\tStart\\tBudget\\nKampanjvecka\\t1/3\\t20 000\\nUtbildning\\t2/4\\t";
    area.dispatchEvent(new Event("input", { bubbles: true }));
  `);
  await press(window, "Lägg till raderna");
  await window.until("the activities", async () => (await titles()).length === 4);
  const text = await shown();
  assert.match(text, /1\.2 Kampanjvecka/);
  assert.match(text, /2031-03-01/);
  assert.match(text, /1\.3 Utbildning/);
});

test("a section is marked as done, and the mark falls when it is changed", async () => {
  await (await named(window, ".list .item", "Utbildning")).click();
  await press(window, "Klarmarkera");
  // What is marked is the goal that the activity is a part of, and the button says so.
  const label = () => window.run("return [...document.querySelectorAll('.footer button')].map(({ innerText }) => innerText).find((words) => /klarmarker/i.test(words))");
  await window.until("the mark", async () => (await label()) === "Ta bort klarmarkeringen");
  assert.match(await missiv("--json", "show", file, plan.id), /"done":\s*true/);
  await focusField(window, "Rubrik");
  await type(window, "ar");
  await isSaved(window);
  await window.until("no mark", async () => /^Klarmarkera Mål/.test(await label()));
});
