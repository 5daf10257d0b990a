// Writing with what an editor has: links, tables from Word, moving, notes, comparing. Each way ends in a file that `missiv` or
// pdftotext reads, and none comes to its end without the commands it is about.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { focusField, go, isAccessible, isSaved, list, missiv, named, openDocument, pdfText, picture, press, sample, scratch, type, way } from "./app.mjs";
import { Key } from "./driver.mjs";

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");
const planOf = async (file) => (await list(file)).find(({ period }) => period === "2031");
const titles = (window) => window.run("return [...document.querySelectorAll('.list .item .t')].map((title) => title.innerText)");
const exported = (window) => window.until("that it is saved", () => window.find(".exported"), 20_000);

/** The sample with two goals in the plan that is only just begun, the first with two activities. */
async function twoGoals() {
  const file = await sample();
  const { id } = await planOf(file);
  await missiv("add", file, id, "mål", "Mål=Färre ska falla");
  await missiv("add", file, id, "mål", "Mål=Fler ska få plan");
  for (const title of ["Gemensam rutin", "Kampanjvecka"]) await missiv("add", file, id, "aktivitet", `Rubrik=${title}`, "--below", "1");
  return file;
}

way("words become a link by the keyboard alone, and the tools go by the arrow keys", async () => {
  const folder = await scratch();
  return { file: await sample(), dialogs: [join(folder, "plan.pdf")] };
}, async (window, { file, dialogs: [pdf] }) => {
  await openDocument(window, "2031");
  await press(window, "Sammanfattning");
  await focusField(window, "Sammanfattning");
  await type(window, "Läs hela planen");
  await window.press([Key.Control, Key.Shift, Key.Left]);
  await window.press([Key.Control, Key.Shift, "k"]);
  await window.until("where the address goes", () => window.run("return document.activeElement?.closest('.link-form') !== null && document.activeElement.matches('input')"));
  await isAccessible(window);
  await picture(window, "link-1440-light");
  await type(window, "nonsens");
  await window.press(Key.Enter);
  await window.until("what is wrong", async () => (await (await window.find(".link-form .help")).text()).startsWith("Skriv en adress"));
  await window.press([Key.Control, "a"]);
  await type(window, "www.example.org/plan");
  await window.press(Key.Enter);
  await window.until("the text again", () => window.run("return document.activeElement?.classList.contains('ProseMirror')"));
  await window.press([Key.Alt, "\uE03A"]);
  const tool = () => window.run("return document.activeElement?.getAttribute('aria-label')");
  assert.equal(await tool(), "Fet (Ctrl+B)");
  await window.press(Key.Right);
  assert.equal(await tool(), "Kursiv (Ctrl+I)");
  await window.press(Key.Escape);
  await window.press(Key.End);
  await type(window, " här.");
  await isSaved(window);
  await press(window, "Exportera PDF");
  await exported(window);
  await window.close();
  assert.match(await missiv("show", file, (await planOf(file)).id), /Läs hela \[planen\]\(https:\/\/www\.example\.org\/plan\) här\./);
  assert.match(plain(await pdfText(pdf)).replace(/\s+/g, " "), /Läs hela planen här\./);
}, ["write_field"]);

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><table class="MsoTableGrid"><tr><td><p class="MsoNormal">Rubrik<o:p></o:p></p></td><td><p>Metod</p></td><td><p>Budget</p></td></tr>
<tr><td><p>Utbildning i fallrisk</p></td><td><p>Först en kartläggning.</p><p>Sedan en utbildning.</p></td><td><p>45 000</p></td></tr></table></body></html>`;

way("a table that was copied in Word becomes activities, its paragraphs in their own cells", async () => ({ file: await twoGoals() }), async (window, { file }) => {
  await openDocument(window, "2031");
  await (await named(window, ".new button", "Klistra in aktiviteter under Mål 2")).click();
  await window.until("the dialog", () => window.find("dialog textarea"));
  await window.run(`
    const data = new DataTransfer();
    data.setData("text/html", arguments[0]);
    data.setData("text/plain", "Rubrik");
    document.querySelector("dialog textarea").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  `, WORD);
  await window.until("the table", () => window.run("return document.querySelector('dialog textarea').value.includes('Sedan en utbildning.')"));
  await isAccessible(window);
  await picture(window, "paste-1440-light");
  await press(window, "Lägg till raderna");
  await window.until("the activity", async () => (await titles(window)).includes("Utbildning i fallrisk"));
  await window.close();
  const text = plain(await missiv("show", file, (await planOf(file)).id));
  assert.match(text, /2\.1 Utbildning i fallrisk/);
  assert.match(text, /Först en kartläggning\.\s+Sedan en utbildning\./);
  assert.match(text, /45 000/);
}, ["paste_table"]);

way("an activity goes to another goal by the keyboard, by a choice and by the mouse", async () => ({ file: await twoGoals() }), async (window, { file }) => {
  const order = () => missiv("show", file, plan);
  const plan = (await planOf(file)).id;
  await openDocument(window, "2031");
  await (await named(window, ".list .item", "Kampanjvecka")).click();
  await window.press([Key.Alt, Key.Down]);
  await window.until("its new goal", async () => (await titles(window)).indexOf("Kampanjvecka") === 3);
  await window.until("the focus on it", () => window.run("return document.activeElement?.matches('.item') && document.activeElement.innerText.includes('Kampanjvecka')"));
  assert.match(await order(), /2\.1 Kampanjvecka/);
  await (await named(window, ".list .item", "Gemensam rutin")).click();
  await press(window, "Flytta till en annan plats");
  await window.until("where to", () => window.find("dialog .choice"));
  await isAccessible(window);
  await (await named(window, "dialog button", "Flytta")).click();
  await window.until("both there", async () => (await titles(window)).join("|").endsWith("Kampanjvecka|Gemensam rutin"));
  await window.run(`
    const item = (words) => [...document.querySelectorAll(".list .item")].find((item) => item.innerText.includes(words));
    const data = new DataTransfer();
    item("Kampanjvecka").dispatchEvent(new DragEvent("dragstart", { dataTransfer: data, bubbles: true }));
    item("Färre ska falla").dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
    item("Färre ska falla").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  `);
  await window.until("it back", async () => (await titles(window)).indexOf("Kampanjvecka") === 1);
  await window.close();
  const text = await order();
  assert.match(text, /1\.1 Kampanjvecka/);
  assert.match(text, /2\.1 Gemensam rutin/);
}, ["move_object"]);

/** Puts the focus on what has these words, and nothing more: the keys do the rest. */
async function reach(window, css, words) {
  await named(window, css, words);
  await window.run(`
    const [css, words] = arguments;
    [...document.querySelectorAll(css)].find((element) => (element.getAttribute("aria-label") ?? element.innerText).includes(words)).focus();
  `, css, words);
}

way("whoever presses “Lägg till” and types straight on loses no letter", async () => ({ file: await twoGoals() }), async (window, { file }) => {
  const ROWS = [["Lägg till aktivitet", "Anhöriga med från början"], ["Lägg till indikator", "Andel som har fallit"], ["Lägg till mål", "Trygg hemgång"]];
  const written = () => window.run("const { activeElement: at } = document; return at.value ?? at.innerText");
  await openDocument(window, "2031");
  for (const [button, words] of ROWS) {
    await reach(window, ".list .item", "Färre ska falla");
    await window.press(Key.Enter);
    await reach(window, "button", button);
    await window.hurry(80, Key.Enter, ...words);
    assert.equal(await written(), words);
  }
  await isSaved(window);
  await window.close();
  const text = plain(await missiv("show", file, (await planOf(file)).id));
  for (const [, words] of ROWS) assert.match(text, new RegExp(words));
  assert.match(text, /1\.3 Anhöriga med från början/);
}, ["add_object"]);

way("what is taken away is told, the keys go on in the list, and pressing on takes away nothing more", async () => ({ file: await twoGoals() }), async (window) => {
  await openDocument(window, "2031");
  await reach(window, ".list .item", "Kampanjvecka");
  await window.press(Key.Enter);
  await reach(window, "button", "Ta bort aktivitet 1.2");
  await window.hurry(80, Key.Enter, Key.Enter, Key.Enter, Key.Enter);
  await window.until("the focus on the one before it", () => window.run("return document.activeElement?.matches('.list .item[aria-current]') && document.activeElement.innerText.includes('Gemensam rutin')"));
  await window.press(Key.Enter);
  assert.deepEqual(await titles(window), ["Färre ska falla", "Gemensam rutin", "Fler ska få plan"]);
  assert.equal(await (await window.find(".told")).text(), "Tog bort aktivitet 1.2 ”Kampanjvecka”. Ångra med Ctrl+Z.");
  await window.press([Key.Control, "z"]);
  await window.until("it back", async () => (await titles(window)).includes("Kampanjvecka"));
}, ["remove_object"]);

way("a note in the margin is kept and never printed, and an amount gets its spaces while it is typed", async () => {
  const folder = await scratch();
  return { file: await twoGoals(), dialogs: [join(folder, "plan.pdf")] };
}, async (window, { file, dialogs: [pdf] }) => {
  await openDocument(window, "2031");
  await (await named(window, ".list .item", "Gemensam rutin")).click();
  await focusField(window, "Budget");
  await type(window, "1250000");
  assert.equal(await window.run("return document.activeElement.value"), "1\u202f250\u202f000");
  await press(window, "Anteckning i marginalen");
  await (await window.until("the note", () => window.find(".note [role=textbox]"))).click();
  await type(window, "Fråga kommunen om pengarna.");
  await isSaved(window);
  await isAccessible(window);
  await picture(window, "note-1440-light");
  await press(window, "Exportera PDF");
  await exported(window);
  await window.close();
  const text = plain(await pdfText(pdf));
  assert.match(text, /1 250 000/);
  assert.doesNotMatch(text, /Fråga kommunen/);
  const everything = join(await scratch(), "allt.json");
  await missiv("export", file, "--everything", everything);
  assert.match(await (await import("node:fs/promises")).readFile(everything, "utf8"), /Fråga kommunen om pengarna\./);
}, ["write_field"]);

way("two moments are compared as marked text, and what stood before is given back", async () => {
  const file = await twoGoals();
  const { id } = await planOf(file);
  // By two people: what one writes in a row is told as one.
  for (const [who, text] of [["K.B.", "Vi ska stärka arbetet."], ["M.S.", "Vi ska avveckla arbetet."]]) await missiv("--as", who, "set", file, id, ".", "sammanfattning", text);
  return { file };
}, async (window, { file }) => {
  await openDocument(window, "2031");
  await go(window, "Historik");
  const since = await window.until("the steps", async () => {
    const found = await window.findAll(".history .since");
    return found.length > 2 && found;
  });
  await since[1].click();
  await window.until("what differs", async () => (await (await window.find(".history section:nth-of-type(2) ins")).text()).includes("avveckla"));
  assert.match(await (await window.find(".history section:nth-of-type(2) del")).text(), /stärka/);
  await isAccessible(window);
  await picture(window, "compare-1440-light");
  await (await window.find(".history .edit .link")).click();
  await window.until("what stood before", async () => (await (await window.find(".history .edit ins")).text()).includes("stärka"));
  await window.close();
  assert.match(await missiv("show", file, (await planOf(file)).id), /Vi ska stärka arbetet\./);
}, ["compare", "restore_before"]);

way("what hinders a plan is listed when it is handed in, and each line leads to its field", async () => ({ file: await twoGoals() }), async (window, { file }) => {
  await openDocument(window, "2031");
  await (await window.find("header summary")).click();
  await press(window, "Lämna in …");
  await window.until("the focus on what hinders", () => window.run("return document.activeElement?.matches('.blocked')"));
  await isAccessible(window);
  await picture(window, "blocked-1440-light");
  await (await named(window, ".blocked .link", "”Metod”")).click();
  await window.until("the field", () => window.run("return document.activeElement?.id.endsWith('-metod')"));
  await type(window, "Det viktigaste först.");
  await isSaved(window);
  await window.close();
  assert.match(await missiv("show", file, (await planOf(file)).id), /Det viktigaste först\./);
}, ["write_field"]);

way("a whole plan goes to Word with its headings and tables", async () => ({ file: await sample() }), async (window) => {
  await openDocument(window, "Handlingsplan 2025");
  await window.run(`
    const write = navigator.clipboard.write.bind(navigator.clipboard);
    navigator.clipboard.write = async (items) => {
      await write(items);
      window.copied = await (await items[0].getType("text/html")).text();
    };
  `);
  await (await window.find("header summary")).click();
  await press(window, "Kopiera hela dokumentet");
  const html = await window.until("what was copied", () => window.run("return window.copied"));
  for (const part of [/<h1>Mål och Handlingsplan 2025/, /<h2>/, /<table border="1">/, /<th>/]) assert.match(html, part);
  await press(window, "Mål");
  await window.run("window.copied = undefined");
  await (await named(window, ".footer button", "Kopiera")).click();
  const part = await window.until("the goal", () => window.run("return window.copied"));
  assert.match(part, /Trygg och sammanhållen/);
  assert.doesNotMatch(part, /<h1>/);
}, ["text"]);

/** A folder of settings in which the system asks for little movement. */
async function still() {
  const config = await scratch();
  await mkdir(join(config, "gtk-3.0"));
  await writeFile(join(config, "gtk-3.0", "settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
  return config;
}

way("where the system asks for little movement, nothing moves", async () => ({ file: await sample(), config: await still() }), async (window) => {
  await window.until("the year", () => window.find(".docs"));
  assert.equal(await window.run("return matchMedia('(prefers-reduced-motion: reduce)').matches"), true);
  const moving = await window.run("return [...document.querySelectorAll('*')].filter((element) => getComputedStyle(element).transitionDuration.split(', ').some((time) => parseFloat(time) > 0)).length");
  assert.equal(moving, 0);
});

way("what is typed in the middle of a text stays in the middle, and undo takes it back", async () => ({ file: await twoGoals() }), async (window, { file }) => {
  await openDocument(window, "2031");
  await press(window, "Sammanfattning");
  await focusField(window, "Sammanfattning");
  await type(window, "Vi ska arbetet.");
  for (let i = 0; i < "arbetet.".length; i++) await window.press(Key.Left);
  await type(window, "stärka");
  const saved = () => window.run("return document.querySelector('.saved')?.getAttribute('aria-busy') === 'false'");
  await window.until("that it is saved while one writes", saved);
  await type(window, " det ");
  await window.until("that it is saved again", saved);
  await type(window, "x");
  await window.press([Key.Control, "z"]);
  await isSaved(window);
  await window.close();
  assert.match(await missiv("show", file, (await planOf(file)).id), /Vi ska stärka det arbetet\./);
}, ["write_field"]);

way("what a new activity and a new missiv lack is left to write until one asks", async () => ({ file: await sample() }), async (window) => {
  const marks = () => window.run("return { left: document.querySelectorAll('#form .help.left').length, hinders: document.querySelectorAll('#form .help.stop').length, invalid: document.querySelectorAll('#form [aria-invalid=true]').length }");
  const quiet = (what) => window.until(what, async () => {
    const { left, hinders, invalid } = await marks();
    return left > 1 && hinders === 0 && invalid === 0;
  });
  await openDocument(window, "2031");
  await press(window, "Lägg till mål");
  await focusField(window, "Mål");
  await type(window, "Färre ska falla");
  await press(window, "Lägg till aktivitet");
  await focusField(window, "Rubrik");
  await type(window, "Gemensam rutin");
  await window.press([Key.Control, "s"]);
  await quiet("the activity's gaps as left to write");
  await picture(window, "new-activity-1440-light");
  await isAccessible(window);
  await focusField(window, "Start");
  await focusField(window, "Rubrik");
  await quiet("what one has only been in as left to write");
  await go(window, "Kontroll");
  await window.press([Key.Control, "2"]);
  await window.until("all of them to hinder", async () => (await marks()).left === 0 && (await marks()).hinders > 1);

  await go(window, "Året");
  await (await window.until("a missiv to begin", () => window.pick("return [...document.querySelectorAll('.docs .link')].find(({ textContent: text }) => /^Börja.*Missiv/.test(text))"))).click();
  await quiet("the missiv's gaps as left to write");
  assert.equal(await window.run("return document.querySelector('#list .papers [aria-current=page] .blocks') === null"), true);
  await window.press([Key.Control, "3"]);
  await window.press([Key.Control, "2"]);
  await window.until("all of them to hinder", async () => (await marks()).left === 0 && (await marks()).hinders > 1);
});
