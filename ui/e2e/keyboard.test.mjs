// The window by the keyboard alone: the focus is always somewhere, can be seen, and comes back where it was.
import assert from "node:assert/strict";

import { colleague, focusField, go, isAccessible, list, missiv, named, openDocument, picture, press, sample, type, way } from "./app.mjs";
import { Key } from "./driver.mjs";

/** The sample with a goal and an activity in the plan that is only just begun. */
async function begun() {
  const file = await sample();
  const { id } = (await list(file)).find(({ period }) => period === "2031");
  await missiv("add", file, id, "mål", "Mål=Färre ska falla");
  await missiv("add", file, id, "aktivitet", "Rubrik=Gemensam rutin", "--below", "1");
  return file;
}

/** Waits until what has the focus fits a selector. */
const isAt = (window, css) => window.until(`the focus in ${css}`, () => window.run("return document.activeElement?.matches(arguments[0])", css));

/** Whether what has the focus, editor and all, is within what is seen of its pane. */
const isInSight = (window) => window.run(`
  const at = document.activeElement;
  const box = (at.closest(".editor") ?? at).getBoundingClientRect();
  const pane = (at.closest(".pane") ?? document.documentElement).getBoundingClientRect();
  return box.top >= pane.top - 1 && box.bottom <= pane.bottom + 1;
`);

const command = async (window, words) => {
  await window.press([Key.Control, "k"]);
  await isAt(window, "dialog input");
  await type(window, words);
  await window.press(Key.Enter);
};

way("F6 goes the whole round, forwards and backwards, to what one is at", async () => ({ file: await begun() }), async (window) => {
  await openDocument(window, "2031");
  await window.until("the page", () => window.find(".paper .pane"));
  const panes = ["#list", "header", ".list", "section.form", ".paper"];
  const here = () => window.run("return arguments[0].findIndex((css) => document.querySelector(css)?.contains(document.activeElement))", panes);
  await window.run("document.querySelector('#list [aria-current]').focus()");
  for (const back of [false, true]) {
    for (let step = 1; step <= panes.length; step++) {
      await window.press(back ? [Key.Shift, Key.F6] : Key.F6);
      assert.equal(await here(), (back ? panes.length - step : step) % panes.length, `${back ? "backwards" : "forwards"}, step ${step}`);
      const at = await here();
      if (at === 0 || at === 2) assert.ok(await window.run("return document.activeElement.matches('[aria-current]')"), `the current line of ${panes[at]}`);
    }
  }
});

way("what closes gives the focus back: the palette, a menu, a dialog that the palette opened", async () => ({ file: await begun() }), async (window) => {
  await openDocument(window, "2031");
  await (await named(window, ".list .item", "Gemensam rutin")).click();
  await focusField(window, "Metod");
  await isAt(window, ".ProseMirror");
  await window.press([Key.Control, "k"]);
  await isAt(window, "dialog input");
  await window.press(Key.Escape);
  await isAt(window, "[id$='-metod']");
  await type(window, "Vi går igenom åtta hem.");
  await window.until("the text in its field", () => window.run("return document.activeElement.innerText.includes('åtta hem')"));

  await command(window, "om missiv");
  await window.until("the dialog", () => window.find("dialog .head"));
  await isAt(window, "dialog, dialog *");
  await window.press(Key.Escape);
  await window.until("no dialog", () => window.run("return !document.querySelector('dialog')"));
  await isAt(window, "[id$='-metod']");

  await command(window, "lämna in");
  await window.until("the dialog", () => window.find("dialog form"));
  await isAt(window, "dialog, dialog *");
  await window.press(Key.Escape);
  await window.until("no dialog", () => window.run("return !document.querySelector('dialog')"));
  await isAt(window, "[id$='-metod']");

  await window.run("document.querySelector('header summary').focus()");
  await window.press(Key.Enter);
  await window.press(Key.Tab);
  await isAt(window, "header details button");
  await window.press(Key.Escape);
  await isAt(window, "header summary");
  assert.equal(await window.run("return document.querySelector('header details').open"), false);
});

way("the text that Tab comes to is in sight, and stays so while one writes", async () => ({ file: await begun() }), async (window) => {
  await openDocument(window, "2031");
  await window.resize(1440, 700);
  await (await named(window, ".list .item", "Gemensam rutin")).click();
  await focusField(window, "Rubrik");
  let texts = 0;
  for (let stop = 0; stop < 60 && texts < 4; stop++) {
    await window.press(Key.Tab);
    if (!(await window.run("return Boolean(document.activeElement.closest('#form'))"))) break;
    await window.runAsync("const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done()))");
    assert.ok(await isInSight(window), `stop ${stop}: ${await window.run("return document.activeElement.outerHTML.slice(0, 120)")}`);
    if (await window.run("return document.activeElement.matches('.ProseMirror')")) texts++;
  }
  assert.ok(texts >= 3, `came by ${texts} texts`);
  await focusField(window, "Metod");
  await isAt(window, ".ProseMirror");
  for (let row = 0; row < 12; row++) {
    await type(window, "En rad till.");
    await window.press(Key.Enter);
  }
  const caret = await window.run(`
    const { anchorNode } = getSelection();
    const row = (anchorNode instanceof Element ? anchorNode : anchorNode.parentElement).closest("p").getBoundingClientRect();
    const pane = document.getElementById("form").getBoundingClientRect();
    return row.bottom <= pane.bottom && row.top >= pane.top;
  `);
  assert.ok(caret, "where one writes is in sight");
});

way("in a narrow window the list takes the focus, keeps it and gives it back", async () => ({ file: await begun() }), async (window) => {
  await openDocument(window, "2031");
  await window.resize(800, 600);
  await window.run("document.getElementById('menu').focus()");
  await window.press(Key.Enter);
  await isAt(window, "#list [aria-current]");
  await picture(window, "list-800-light");
  await isAccessible(window);
  for (let stop = 0; stop < 45; stop++) {
    await window.press(Key.Tab);
    assert.ok(await window.run("return document.getElementById('list').contains(document.activeElement)"), `stop ${stop} is in the list`);
  }
  await window.press(Key.Escape);
  await isAt(window, "#menu");
  assert.equal(await window.run("return document.getElementById('list').checkVisibility()"), false);
  await window.press(Key.Enter);
  await isAt(window, "#list [aria-current]");
  await window.press(Key.F6);
  await window.until("the list away", () => window.run("return !document.getElementById('list').checkVisibility()"));
  assert.ok(await window.run("return document.activeElement !== document.body"));
});

way("at 640 the page takes the form's place and the focus, and a chosen row shows its form", async () => ({ file: await begun() }), async (window) => {
  await openDocument(window, "2031");
  await window.resize(640, 600);
  await window.run("document.querySelector('.list .item:not(.top)').focus()");
  await window.press(Key.Enter);
  await isAt(window, "section.form");
  await window.until("the form in sight", () => window.run("const { top } = document.querySelector('.detail h2').getBoundingClientRect(); return top > 40 && top < innerHeight - 40"));
  await picture(window, "activity-640-light");
  await window.press(Key.Tab);
  await isAt(window, ".back");
  await window.press(Key.Enter);
  await isAt(window, ".list [aria-current]");
  await focusField(window, "Rubrik");
  await window.press([Key.Alt, "p"]);
  await isAt(window, ".paper .pane");
  await window.press([Key.Alt, "p"]);
  await isAt(window, "[id$='-rubrik']");
});

way("a view that keys lead to has the focus, and the palette finds the parts of the open document", async () => ({ file: await begun() }), async (window) => {
  await openDocument(window, "2031");
  await (await named(window, ".list .item", "Gemensam rutin")).click();
  for (const key of ["3", "1", "2"]) {
    await window.press([Key.Control, key]);
    await isAt(window, "#main");
  }
  const isPart = (words) => window.until("the part", async () => (await (await window.find("#form h2")).text()) === words);
  await command(window, "dokumenthuvud");
  await isPart("Dokumenthuvud");
  await isAt(window, "#main");
  // One of a single field is that field.
  await command(window, "sammanfattning");
  await isPart("Sammanfattning");
  await isAt(window, "#form [id^='f-']");
});

way("a jump to an empty table begins its first row", async () => ({ file: await begun() }), async (window) => {
  await openDocument(window, "2031");
  await go(window, "Kontroll");
  await (await named(window, ".jump", "Uppföljningsplan")).click();
  await isAt(window, "[role=group] [data-cell]");
  await type(window, "Halvårsrapport");
  assert.equal(await window.run("return document.activeElement.value"), "Halvårsrapport");
});

way("a jump to what is wrong in a table ends in the very cell", async () => {
  const file = await begun();
  const { id } = (await list(file)).find(({ period }) => period === "2031");
  await missiv("set", file, id, "1.1", "milstolpar", "2031-03-01;Nuläget är kartlagt\n2031-06-01;");
  return { file };
}, async (window) => {
  await openDocument(window, "2031");
  await go(window, "Kontroll");
  await (await named(window, ".jump", "rad 2")).click();
  await isAt(window, "[data-row='2'] [data-column='text']");
  assert.equal(await window.run("return document.activeElement.value"), "");
  await isAccessible(window);
});

way("an adopted plan that is changed is a draft again, in the header and in the list", async () => ({ file: await sample() }), async (window) => {
  await openDocument(window, "Handlingsplan 2025");
  const states = () => window.run("return [...document.querySelectorAll('.pill, #list [aria-current=page]')].map((said) => said.innerText)");
  assert.ok((await states()).every((said) => said.includes("Fastställd")), String(await states()));
  await press(window, "Sammanfattning");
  await focusField(window, "Sammanfattning");
  await type(window, " Och mer.");
  await window.press([Key.Control, "s"]);
  await window.until("both", async () => (await states()).length === 2 && (await states()).every((said) => said.includes("Utkast, ändrat efter utgåva 1.0")));
  await isAccessible(window);
  await picture(window, "changed-1440-light");
});

way("a settled conflict says so, and the focus goes on to what comes next", async () => {
  const file = await sample();
  return { file, dialogs: [await colleague(file)] };
}, async (window) => {
  await go(window, "Konflikter");
  await press(window, "Läs in en kollegas kopia");
  const keep = await named(window, ".two button", "Behåll");
  await picture(window, "conflict-keep-1440-light");
  await keep.click();
  await isAt(window, "#conflict-h");
  await window.until("what was settled", async () => (await (await window.find(".told")).text()).startsWith("Löst: "));
});

way("F1 tells of the view, the kind of document or the dialog that one is in, and gives the focus back", async () => ({ file: await begun() }), async (window) => {
  const helps = async (title) => {
    await window.press(Key.F1);
    await window.until(`the help about ${title}`, async () => (await (await window.find("#help-section")).text()) === title);
    await window.press(Key.Escape);
    await window.until("its end", async () => (await window.findAll("#help-section")).length === 0);
  };
  for (const [view, title] of [["Möten", "Möten"], ["Ärenden", "Ärenden"], ["Uppdrag och åtgärder", "Uppdrag och åtgärder"]]) {
    await go(window, view);
    await helps(title);
  }
  for (const [document, title] of [["Missiv", "Missiv och bilagor"], ["Halvår", "Halvårsrapporten och årsrapporten"], ["2031", "Skriva planen"]]) {
    await openDocument(window, document);
    await helps(title);
  }
  await go(window, "Ärenden");
  await window.press([Key.Control, "k"]);
  await isAt(window, "dialog input");
  await helps("Söka");
  await isAt(window, "dialog input");
  await window.press(Key.Escape);
  await openDocument(window, "2031");
  await command(window, "lämna in");
  await window.until("the dialog", () => window.find("dialog form"));
  await helps("Lämna in och exportera");
  await isAt(window, "dialog, dialog *");
  assert.equal((await window.findAll("dialog form")).length, 1);
});
