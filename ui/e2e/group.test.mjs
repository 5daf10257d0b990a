// The group in the window: who is what, from when until when, and its days in other calendars.
import assert from "node:assert/strict";
import { copyFile, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { fill, go, isAccessible, list, missiv, named, openDocument, picture, press, sample, scratch, way } from "./app.mjs";
import { Key } from "./driver.mjs";

/** The sample's group with a chair who stands beside and a person of two offices. */
async function group() {
  const file = await sample();
  await missiv("add", file, "gruppen", "person", "initialer=Q.Q.", "roll=Tillträdande ordförande", "start=2027-03-01");
  await missiv("add", file, "gruppen", "person", "initialer=R.R.", "roll=Ledamot", "start=2020-01-01", "fler_uppdrag=Processtöd; 2026-02-01; ; Taktisk grupp");
  return file;
}

way("the group's terms stand on a line of time and in a table, and lead to their person", async () => ({ file: await group() }), async (window) => {
  await go(window, "Grupp");
  await window.until("the terms", () => window.find(".terms tbody tr"));
  const text = await window.run("return document.querySelector('.terms').innerText");
  for (const words of [/Varför gruppen finns/, /Ordförande/, /Efterträder .*/, /Processtöd/, /2026-02-01/]) assert.match(text, words);
  const lanes = await window.run("return document.querySelectorAll('[role=img] .lane').length");
  const rows = (await window.findAll(".terms tbody tr")).length;
  assert.equal(lanes, rows, "the table says what the picture says");
  for (const [width, height] of [[1440, 900], [800, 600], [640, 480]]) {
    await window.resize(width, height);
    await isAccessible(window);
    assert.equal(await window.run("return document.documentElement.scrollWidth > innerWidth"), false, `too wide at ${width}`);
    await picture(window, `group-terms-${width}-light`);
  }
  await window.resize(1440, 900);
  await (await window.until("a person to change", () => window.pick("return [...document.querySelectorAll('.terms tbody tr')].find((row) => row.innerText.includes('R.R.')).querySelector('button')"))).click();
  await window.until("the person's form", () => window.run("return [...document.querySelectorAll('#form input')].some(({ value }) => value === 'R.R.')"));
  await go(window, "Grupp");
  await window.until("the terms again", () => window.find(".terms tbody tr"));
  await (await named(window, ".terms button", "Ändra gruppens uppgifter")).click();
  await window.until("the form", () => window.find("#form"));
});

way("meetings and last days are saved as a calendar", async () => {
  const folder = await scratch();
  return { file: await sample(), dialogs: [join(folder, "kalender.ics")] };
}, async (window, { dialogs: [ics] }) => {
  await window.until("the year", () => window.find(".docs tbody tr"));
  await window.press([Key.Control, "k"]);
  await fill(window, "dialog input", "spara som kalender");
  await window.press(Key.Enter);
  await window.until("that it is saved", async () => /sparad/.test(await (await window.find("p.told")).text()));
  const text = await readFile(ics, "utf8");
  assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  assert.match(text, /END:VCALENDAR\r\n$/);
});

way("a tidplan that came by mail twice is loaded, and fills in what was begun before it", async () => {
  const folder = await scratch();
  await missiv("sample", folder);
  const mailed = join(folder, "tidplan_2026 (1).zip");
  await copyFile(join(folder, "tidplan_2026.zip"), mailed);
  const file = await sample();
  const { template } = (await list(file)).find(({ concept }) => concept === "follow_up_plan");
  await missiv("begin", file, template, "2026");
  return { file, dialogs: [mailed] };
}, async (window, { file }) => {
  await go(window, "Mallar");
  await press(window, "Läs in en zip-fil");
  const told = await (await named(window, ".report", "är inläst")).text();
  assert.match(told, /Dagarna står på Året/);
  await isAccessible(window);
  await picture(window, "tidplan-loaded-1440-light");
  await (await named(window, ".report button", "Året")).click();
  await window.until("the year", () => window.find(".docs tbody tr"));
  await openDocument(window, "plan 2026");
  await (await window.find("header summary")).click();
  await press(window, "Fyll i ur tidplanen");
  await window.until("how much", async () => /uppgifter är ifyllda ur/.test(await (await window.find(".told")).text()));
  await picture(window, "tidplan-filled-1440-light");
  const { id } = (await list(file)).find(({ title }) => title.includes("plan 2026"));
  assert.match(await missiv("show", file, id), /2026-08-21/);
}, ["load_pack", "prefill"]);
