// Whole days at the desk: with the keyboard alone, and from a half-year's rows to its PDF.
import assert from "node:assert/strict";
import { join } from "node:path";

import { go, isAccessible, isSaved, list, missiv, named, pdfText, picture, press, focusField, sample, scratch, type, way } from "./app.mjs";
import { Key } from "./driver.mjs";

/** How often Tab may be pressed on the way to something. */
const FAR = 90;

/** Presses Tab until the focus stands on what has this name: a button, a line of a list, a field. */
async function tabTo(window, name) {
  const passed = [];
  for (let presses = 0; presses < FAR; presses++) {
    const here = await window.run(`
      const element = document.activeElement;
      if (element.matches("body, main")) return "";
      const named = element.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
      return (element.getAttribute("aria-label") || named || element.labels?.[0]?.innerText || element.innerText || element.tagName).trim();
    `);
    // What would be undone has the name of what was done.
    if (here.includes(name) && !here.startsWith("Ångra")) {
      await window.until(`the focus on ${name} is to be seen`, () => window.run("const { outlineWidth, outlineStyle } = getComputedStyle(document.activeElement); return outlineStyle !== 'none' && outlineWidth !== '0px' || Boolean(document.activeElement.closest('.editor, .field'))"), 1000);
      return;
    }
    passed.push(here.split("\n")[0]);
    await window.press(Key.Tab);
  }
  assert.fail(`Tab does not lead to ${name}, but past ${passed.join(" | ")}`);
}

const enter = async (window, name) => {
  await tabTo(window, name);
  await window.press(Key.Enter);
};

/** The field that has the focus. */
const fieldIs = (window, label) => window.until(`the focus in ${label}`, () =>
  window.run("return document.activeElement?.closest('.field')?.querySelector('label, .label')?.textContent.trim() === arguments[0]", label));

way("a day with the keyboard alone: a workspace, a plan with two goals, its PDF and a half-year that is begun", async () => {
  const folder = await scratch();
  return { dialogs: [join(folder, "ny.missiv"), join(folder, "plan.pdf")] };
}, async (window, { dialogs: [file, pdf] }) => {
  await window.until("the start", () => window.find(".start button"));
  await enter(window, "Ny arbetsfil");
  await tabTo(window, "Vems mallar använder ni?");
  await type(window, "Region");
  await window.until("the profile", () => window.run("const { options, selectedIndex } = document.querySelector('form select'); return options[selectedIndex].text.startsWith('Region')"));
  await tabTo(window, "Gruppens namn");
  await type(window, "Forum Provet");
  await tabTo(window, "År att börja med");
  await type(window, "2030");
  await tabTo(window, "Namn eller initialer");
  await type(window, "A.B.");
  await enter(window, "Välj var filen ska ligga");
  await window.until("the year", () => window.find(".docs tbody tr"));
  await enter(window, "Börja Mål och Handlingsplan");
  await window.until("the plan", () => window.find("#form"));
  await enter(window, "Lägg till mål");
  await fieldIs(window, "Mål");
  await type(window, "Färre ska falla");
  await enter(window, "Lägg till aktivitet");
  await fieldIs(window, "Rubrik");
  await type(window, "Gemensam rutin");
  await tabTo(window, "Budget");
  await type(window, "180000");
  await window.press(Key.F6, Key.F6, Key.F6);
  await enter(window, "Lägg till mål");
  await fieldIs(window, "Mål");
  await type(window, "Fler ska få plan");
  await window.press([Key.Control, "s"]);
  await window.until("“Sparat”", () => window.run("return document.querySelector('.saved')?.getAttribute('aria-busy') === 'false'"));
  await window.press([Key.Control, "e"]);
  await window.until("that it is saved", () => window.find(".exported"), 20_000);
  await picture(window, "day-plan-1440-light");
  await window.press([Key.Control, "1"]);
  await window.until("the year", () => window.find(".docs tbody tr"));
  await enter(window, "Börja Halvårsrapport");
  await window.until("the rows of the plan", async () => (await window.run("return [...document.querySelectorAll('.list .item .t')].map((title) => title.innerText)")).includes("Gemensam rutin"));
  await window.close();
  const text = await pdfText(pdf);
  for (const words of [/Färre ska falla/, /Fler ska få plan/, /Gemensam rutin/, /180 000/]) assert.match(text.replace(/[\u00a0\u202f]/g, " "), words);
  const documents = await list(file);
  assert.ok(documents.some(({ period }) => period === "2030"), "the year that was asked for");
  assert.deepEqual(documents.map(({ concept }) => concept).sort(), ["group", "plan", "report"]);
  assert.match(await missiv("show", file, "plan"), /1\.1 Gemensam rutin/);
});

way("a half-year report is prefilled from the plan, written, and exported", async () => {
  const file = await sample();
  const plan = (await list(file)).find(({ period }) => period === "2031");
  await missiv("add", file, plan.id, "mål", "Mål=Färre ska falla");
  await missiv("add", file, plan.id, "aktivitet", "Rubrik=Gemensam rutin", "Metod=Vi går igenom åtta hem.", "Budget=180000", "--below", "1");
  const folder = await scratch();
  return { file, dialogs: [join(folder, "halvar.pdf")] };
}, async (window, { file, dialogs: [pdf] }) => {
  await go(window, "Året");
  const year = async () => Number((await (await window.find(".steps h2")).text()).match(/\d+/)[0]);
  for (let shown = await window.until("the year", year); shown < 2031; shown++) {
    await (await named(window, ".steps button", String(shown + 1))).click();
    await window.until("the next year", async () => (await year()) === shown + 1);
  }
  await (await window.until("the half-year", () => window.pick("return [...document.querySelectorAll('.docs .link')].find(({ textContent: text }) => text === 'Börja Halvårsrapport')"))).click();
  await (await named(window, ".list .item", "Gemensam rutin")).click();
  await window.until("the plan's own text", async () => (await (await window.find(".from")).text()).includes("Vi går igenom åtta hem."));
  await isAccessible(window);
  await picture(window, "half-year-1440-light");
  await (await named(window, ".choices label", "Pågår")).click();
  await focusField(window, "Utfall");
  await type(window, "82 tkr");
  await focusField(window, "Kommentar");
  await type(window, "Fyra hem är klara.");
  await isSaved(window);
  await press(window, "Exportera PDF");
  await window.until("that it is saved", () => window.find(".exported"), 20_000);
  const text = (await pdfText(pdf)).replace(/[\u00a0\u202f]/g, " ");
  for (const words of [/Halvårsrapport 2031/, /Gemensam rutin/, /180 000/, /82 000/, /Fyra hem är klara\./, /Pågår/]) assert.match(text, words);
});
