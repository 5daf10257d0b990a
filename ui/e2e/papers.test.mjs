// What goes with a paper and what happens to it: bilagor, logotypes, the memo, formal acts, editions. Each way ends in a file
// that `missiv` or pdftotext reads, and none comes to its end without the commands it is about.
import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { fill, focusField, go, isAccessible, isSaved, list, missiv, named, openDocument, pdfText, picture, press, sample, scratch, type, way } from "./app.mjs";

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");
const memoOf = async (file) => (await list(file)).find(({ concept }) => concept === "memo");
const said = (window, words) => window.until(words, async () => (await (await window.find("p[role=status]")).text()).includes(words));
const more = async (window, words) => {
  await (await window.find("header summary")).click();
  await press(window, words);
};
const exported = (window) => window.until("that it is saved", () => window.find(".exported"), 20_000);

/** The titles of the rows that are shown. */
const rows = (window) => window.run("return [...document.querySelectorAll('.control li .files input')].map((input) => input.value)");

way("bilagor are attached, named, moved and taken away, and go along with the memo", async () => {
  const [file, folder] = [await sample(), await scratch()];
  const [pdf, broken] = [join(folder, "underlag.pdf"), join(folder, "trasig.pdf")];
  await missiv("export", file, "plan/2025", pdf);
  await writeFile(broken, "%PDF-1.7\nnothing");
  return { file, folder, dialogs: [pdf, broken, "", join(folder, "missiv.pdf")] };
}, async (window, { file, folder, dialogs }) => {
  await openDocument(window, "Missiv");
  await press(window, "Bilagor");
  const before = (await rows(window)).length;
  await press(window, "Bifoga en PDF");
  await window.until("the row", async () => (await rows(window)).length === before + 1);
  assert.equal((await rows(window)).at(-1), "underlag");
  await window.until("its pages", async () => (await (await window.find(".control ol")).text()).includes("11 sidor"));
  await (await window.find(".control li:last-child input")).click();
  await type(window, " till planen");
  await isSaved(window);
  await press(window, "Bifoga en PDF");
  await window.until("what is wrong with the second", async () => (await (await window.find(".control li:last-child .help.warn")).text()).includes("går inte att läsa som PDF"));
  await isAccessible(window);
  await picture(window, "bilagor-1440-light");
  await press(window, `Flytta upp rad ${before + 2}`);
  await window.until("the other order", async () => (await rows(window)).at(-1) === "underlag till planen");
  await press(window, `Ta bort rad ${before + 1}`);
  await window.until("one less", async () => (await rows(window)).length === before + 1);
  await window.until("what was wrong with it to go with it", () => window.run("return !document.querySelector('#form').innerText.includes('går inte att läsa som PDF')"));
  await press(window, "Bifoga en PDF");
  await window.until("the focus after the dialog", () => window.run("return document.activeElement?.textContent.includes('Bifoga en PDF')"));
  assert.equal((await rows(window)).length, before + 1, "a cancelled dialog changes nothing");
  await isSaved(window);
  await press(window, "Exportera PDF");
  await exported(window);
  await window.close();
  const stored = JSON.parse(await missiv("--json", "show", file, (await memoOf(file)).id));
  assert.match(JSON.stringify(stored), /underlag till planen/);
  assert.match(plain(await pdfText(dialogs[3])), /underlag till planen/);
  const beside = (await readdir(folder)).filter((name) => name.startsWith("missiv") && name.includes("underlag till planen"));
  assert.equal(beside.length, 1, "the file itself lies beside the memo");
}, ["attach_file", "export_dialog"]);

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#1d5b4f"/></svg>';

way("a logotype is added and says what it shows, or that it is decoration", async () => {
  const [file, folder] = [await sample(), await scratch()];
  const logo = join(folder, "logo.svg");
  await writeFile(logo, SVG);
  return { file, dialogs: [logo, logo, join(folder, "plan.pdf")] };
}, async (window, { file, dialogs: [, , pdf] }) => {
  await go(window, "Grupp");
  await press(window, "Namn och adress");
  const count = async () => (await window.findAll(".control li")).length;
  const before = await count();
  await press(window, "Lägg till en bild");
  await window.until("the picture", async () => (await count()) === before + 1);
  await window.until("the picture itself", () => window.run("return [...document.querySelectorAll('.control li:last-child img')].some((image) => image.naturalWidth > 0)"));
  assert.match(await (await window.find(".control li:last-child")).text(), /hoppar en skärmläsare över bilden/);
  await (await window.find(".control li:last-child input")).click();
  await type(window, "Provets kommun");
  await isSaved(window);
  await press(window, "Lägg till en bild");
  await window.until("the second picture", async () => (await count()) === before + 2);
  await isAccessible(window);
  await picture(window, "logos-1440-light");
  await openDocument(window, "2031");
  await press(window, "Exportera PDF");
  await exported(window);
  await window.close();
  assert.match(await missiv("read", pdf), /\S/);
  const alt = Buffer.from("\ufeffProvets kommun", "utf16le").swap16().toString("latin1");
  const bytes = await readFile(pdf, "latin1");
  assert.ok(bytes.includes(alt) || bytes.includes("Provets kommun") || JSON.stringify(JSON.parse(await missiv("--json", "show", file, "grupp"))).includes("Provets kommun"));
}, ["add_picture"]);

way("a memo is written with a phrase, a mode of decision and whom it is told to, and exported", async () => {
  const folder = await scratch();
  return { file: await sample(), dialogs: [join(folder, "missiv.pdf")] };
}, async (window, { file, dialogs: [pdf] }) => {
  const before = (await list(file)).filter(({ concept }) => concept === "memo").length;
  await go(window, "Året");
  await (await window.until("a memo to begin", () => window.pick("return [...document.querySelectorAll('.docs .link')].find(({ textContent: text }) => /Börja.*Missiv/.test(text))"))).click();
  await window.until("its form", async () => (await (await window.find("h1")).text()).startsWith("Missiv"));
  await press(window, "Rubrik");
  await focusField(window, "Rubrik");
  await type(window, "Gemensam rutin för utskrivning");
  await isSaved(window);
  await press(window, "Förslag till beslut");
  await (await named(window, ".choices label", "Föreslår")).click();
  assert.equal(await window.run("return document.querySelector('.body input').value"), "Strategisk nivå", "who decides is who gets the memo");
  await (await window.until("a phrase", () => window.find(".phrase"))).click();
  await press(window, "Ny punkt");
  await type(window, "att rutinen gäller från och med 2026-03-01.");
  await isSaved(window);
  await isAccessible(window);
  await picture(window, "memo-1440-light");
  await press(window, "Exportera PDF");
  await exported(window);
  await window.close();
  const text = plain(await pdfText(pdf)).replace(/\s+/g, " ");
  assert.match(text, /Gemensam rutin för utskrivning/);
  assert.match(text, /att rutinen gäller från och med 2026-03-01\./);
  assert.equal((await list(file)).filter(({ concept }) => concept === "memo").length, before + 1);
}, ["begin", "write_field"]);

way("a plan is handed in, adopted with a doubt that is said, sent and registered, and its edition comes out the same", async () => {
  const folder = await scratch();
  return { file: await sample(), dialogs: [join(folder, "ett.pdf"), join(folder, "två.pdf")] };
}, async (window, { file, dialogs: [one, two] }) => {
  await openDocument(window, "Årsrapport 2025");
  await more(window, "Fastställ …");
  assert.equal(await window.run("return document.querySelector('dialog input').value"), "Strategisk nivå", "the only body that adopts stands there");
  await fill(window, "dialog input", "Ett påhittat organ");
  await window.until("the doubt", async () => (await (await window.find("#act-doubt")).text()).includes("inget organ som heter"));
  await isAccessible(window);
  await picture(window, "adopt-doubt-1440-light");
  await fill(window, "dialog input", "Strategisk nivå");
  await window.until("no doubt", async () => (await (await window.find("#act-doubt")).text()) === "");
  await press(window, "Avbryt");
  await openDocument(window, "Handlingsplan 2025");
  await more(window, "Anteckna att det skickats");
  await (await window.find("dialog textarea")).click();
  await type(window, "Region Halland");
  await press(window, "Anteckna");
  await said(window, "Utskicket är antecknat");
  await go(window, "Historik");
  await press(window, "Exportera 1.0");
  await exported(window);
  await press(window, "Stäng");
  await press(window, "Exportera 1.0");
  await exported(window);
  await window.close();
  assert.ok((await readFile(one)).equals(await readFile(two)), "the edition is the same, byte for byte");
  const log = await missiv("--json", "show", file, "plan/2025");
  assert.match(log, /Region Halland/);
}, ["send", "doubt_adoption", "export_edition"]);

way("a person who is added to the group can be made responsible", async () => {
  const folder = await scratch();
  return { file: await sample(), dialogs: [join(folder, "plan.pdf")] };
}, async (window, { file, dialogs: [pdf] }) => {
  const plan = (await list(file)).find(({ period }) => period === "2031");
  await go(window, "Grupp");
  await press(window, "Personer");
  await press(window, "Lägg till person");
  await window.until("an empty form", () => window.run("return document.activeElement?.matches('.detail input') && document.activeElement.value === ''"));
  for (const [label, text] of [["Namn eller initialer", "P.V."], ["Roll i gruppen", "Ledamot i provet"]]) {
    await focusField(window, label);
    await type(window, text);
  }
  await isSaved(window);
  await isAccessible(window);
  await picture(window, "person-1440-light");
  await openDocument(window, "2031");
  await press(window, "Lägg till mål");
  await press(window, "Lägg till aktivitet");
  await window.until("the activity", async () => (await (await window.find(".detail h2")).text()) === "Aktivitet 1.1");
  await focusField(window, "Ansvarig");
  await window.run(`
    const select = document.activeElement;
    select.value = [...select.options].find(({ text }) => text.includes("P.V.")).value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  `);
  await isSaved(window);
  await press(window, "Exportera PDF");
  await exported(window);
  await window.close();
  assert.match(await missiv("show", file, plan.id), /P\.V\.|Ledamot i provet/);
  assert.match(plain(await pdfText(pdf)), /Ledamot i provet|P\.V\./);
}, ["add_object"]);

way("the plan of another year is made of what is left of this one", async () => ({ file: await sample() }), async (window, { file }) => {
  await go(window, "Året");
  const year = async () => Number((await (await window.find(".steps h2")).text()).match(/\d+/)[0]);
  for (let shown = await window.until("the year", year); shown < 2026; shown++) {
    await (await named(window, ".steps button", String(shown + 1))).click();
    await window.until("the next year", async () => (await year()) === shown + 1);
  }
  await (await named(window, ".docs .link", "från förra året")).click();
  await window.until("the form", async () => (await (await window.find("h1")).text()).includes("2026"));
  await window.close();
  const made = (await list(file)).find(({ concept, period }) => concept === "plan" && period === "2026");
  assert.ok(made);
  assert.match(await missiv("show", file, made.id), /1 /);
}, ["carry_over"]);

way("a copy to hand over is a workspace of its own", async () => {
  const folder = await scratch();
  return { file: await sample(), dialogs: [join(folder, "kopia.missiv")] };
}, async (window, { dialogs: [copy] }) => {
  await go(window, "Konflikter");
  await press(window, "Spara en kopia att lämna");
  await said(window, "Kopian är sparad.");
  await window.close();
  assert.ok((await list(copy)).length > 4);
}, ["copy_dialog"]);

const SIZES = [[1440, 900], [800, 600], [640, 480]];

/** Parts of documents that have controls of their own, and how one comes there. */
const PARTS = {
  attachments: async (window) => {
    await openDocument(window, "Missiv");
    await press(window, "Bilagor");
  },
  decision: async (window) => {
    await openDocument(window, "Missiv");
    await press(window, "Förslag till beslut");
  },
  people: (window) => go(window, "Grupp"),
  address: async (window) => {
    await go(window, "Grupp");
    await press(window, "Namn och adress");
  },
  report: (window) => openDocument(window, "Halvårsrapport 2025"),
};

for (const theme of ["light", "dark"]) {
  way(`bilagor, decisions, people and reports are seen by axe in ${theme}`, async () => ({ file: await sample(), theme }), async (window) => {
    for (const [name, come] of Object.entries(PARTS)) {
      for (const [width, height] of SIZES) {
        await window.resize(1440, 900);
        await come(window);
        await window.resize(width, height);
        await window.until("the form, or the group", () => window.find("#form, .view > .pane"));
        await isAccessible(window);
        assert.equal(await window.run("return document.documentElement.scrollWidth > innerWidth"), false, `${name} at ${width} is too wide`);
        await picture(window, `${name}-${width}-${theme}`);
      }
    }
  });
}
