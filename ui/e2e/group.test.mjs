// The group in the window: who is what, from when until when, and its days in other calendars.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { fill, go, isAccessible, missiv, named, picture, sample, scratch, way } from "./app.mjs";
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
  await window.until("the terms", () => window.find(".group tbody tr"));
  const text = await window.run("return document.querySelector('.group').innerText");
  for (const words of [/Varför gruppen finns/, /Ordförande/, /Efterträder .*/, /Processtöd/, /2026-02-01/]) assert.match(text, words);
  const lanes = await window.run("return document.querySelectorAll('[role=img] .lane').length");
  const rows = (await window.findAll(".group tbody tr")).length;
  assert.equal(lanes, rows, "the table says what the picture says");
  for (const [width, height] of [[1440, 900], [800, 600], [640, 480]]) {
    await window.resize(width, height);
    await isAccessible(window);
    assert.equal(await window.run("return document.documentElement.scrollWidth > innerWidth"), false, `too wide at ${width}`);
    await picture(window, `group-terms-${width}-light`);
  }
  await window.resize(1440, 900);
  await (await window.until("a person to change", () => window.pick("return [...document.querySelectorAll('.group tbody tr')].find((row) => row.innerText.includes('R.R.')).querySelector('button')"))).click();
  await window.until("the person's form", () => window.run("return [...document.querySelectorAll('#form input')].some(({ value }) => value === 'R.R.')"));
  await go(window, "Grupp");
  await window.until("the terms again", () => window.find(".group tbody tr"));
  await (await named(window, ".group button", "Ändra gruppens uppgifter")).click();
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
