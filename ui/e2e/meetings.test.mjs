// A meeting from its day to what was promised, and silent consent, each to a file that the command `missiv` reads back.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { fill, go, isAccessible, isSaved, list, missiv, named, open, picture, press, scratch, type, way } from "./app.mjs";
import { Key } from "./driver.mjs";
import { called, group, noted, openNotes, plan, planned, YEAR } from "./meeting.mjs";
import { HOME, MEETINGS, NOTED, TURNS } from "./serves-meetings.mjs";

/** How long to wait for what will not come, in milliseconds. */
const PATIENCE = 600;

const focusIs = (window, what, css) => window.until(what, () => window.run("return document.activeElement?.matches(arguments[0])", css));

way("a meeting goes from its day to what somebody has promised", async () => ({ file: await group() }), async (window, { file }) => {
  await go(window, "Möten");
  await plan(window, "24 april\ninte en dag");
  await named(window, "dialog .notice", "ingen dag");
  await window.press(Key.Escape);
  await go(window, "Ärenden");
  await press(window, "Nytt ärende");
  await window.until("the dialog", () => window.find("dialog input"));
  await fill(window, "dialog input", "Gemensam utbildning");
  await press(window, "Lägg till ärendet");
  await go(window, "Möten");
  await (await named(window, ".steps button", "Börja på dagordningen Socialchefsgruppen")).click();
  await (await named(window, "section ul .link", "Sätt upp Gemensam", 15_000)).click();
  await named(window, ".list .item", "Gemensam utbildning");
  await go(window, "Möten");
  await (await named(window, ".steps button", "Börja på anteckningarna Socialchefsgruppen")).click();

  // From here on by the keyboard alone.
  await window.until("the notes", () => window.find("nav.list .item"), 15_000);
  await window.run("[...document.querySelectorAll('.list .item')].find((item) => item.innerText === 'Närvaro').focus()");
  await window.press(Key.Enter);
  await window.until("the attendance", () => window.find(".attendance [role=radiogroup]"));
  await window.run("document.querySelector('.attendance [role=radiogroup] input').focus()");
  await window.press("4");
  await window.until("the next row", () => window.run("return document.activeElement.name === document.querySelectorAll('.attendance [role=radiogroup]')[1].querySelector('input').name"));
  await window.press([Key.Alt, Key.PageDown]);
  await focusIs(window, "the text of the matter", ".noted [role=textbox]");
  await type(window, "Gruppen talade om kursplanen.");
  await window.press([Key.Alt, "b"]);
  await focusIs(window, "the decision", "[id^='f-'][id$='-beslut']");
  await type(window, "Gruppen ställer sig bakom utbildningen.");
  await window.press([Key.Alt, "t"]);
  await focusIs(window, "the action", "[id^='f-'][id$='-rubrik']");
  await type(window, "Skicka kursplanen");
  await isSaved(window);
  await named(window, ".list .item", "1 beslut");
  await picture(window, "notes-1440-light");
  await go(window, "Uppdrag");
  await (await named(window, ".actions tbody .name", "Skicka kursplanen")).click();
  await named(window, ".matter h3", "Åtgärder");
  await window.close();

  const actions = JSON.parse(await missiv("--json", "actions", file));
  assert.deepEqual(actions.map(({ title }) => title), ["Skicka kursplanen"]);
  const notes = (await list(file)).find(({ concept }) => concept === "notes");
  const text = await missiv("show", file, notes.id);
  for (const said of ["Gruppen talade om kursplanen.", "Gruppen ställer sig bakom utbildningen."]) assert.ok(text.includes(said), text);
  assert.match(text, /Frånvarande/);
});

// 5.4-6: when the last day has passed, no reply counts as consent.
way("those who were absent are asked, and no answer is consent", async () => ({ file: await noted() }), async (window, { file }) => {
  await openNotes(window);
  await (await named(window, ".list .item", "Gemensam utbildning")).click();
  await (await named(window, "#form button", "Fråga dem som var frånvarande")).click();
  await named(window, "h1", "Svarssammanställning");
  const poll = await window.until("the poll in the file", async () => (await list(file)).find(({ concept }) => concept === "poll"));
  const counted = () => window.run(`
    const select = [...document.querySelectorAll("#form td select")].at(0);
    return select && { chosen: select.selectedOptions[0]?.text ?? "", around: select.closest("tr").innerText };
  `);
  const part = async (words) => (await named(window, "#list ul ul button", words)).click();
  const days = async (all) => {
    await part("Dokumenthuvud");
    for (const [field, value] of Object.entries(all)) {
      const css = `[id^='f-'][id$='-${field}']`;
      await window.until(field, () => window.find(css));
      await fill(window, css, value);
      await isSaved(window);
    }
    await part("Frågor");
    await window.until("the replies", counted);
  };
  // The day of the summary is the last for answers: nobody has consented yet.
  await days({ sista_svarsdag: `${YEAR}-05-10`, datum: `${YEAR}-05-10` });
  assert.doesNotMatch(JSON.stringify(await counted()), /uteblivet/);
  // The day after it silence is consent, and nobody has chosen it.
  await days({ datum: `${YEAR}-05-11` });
  await window.until("silence as consent", async () => JSON.stringify(await counted()).includes("uteblivet"));
  await isAccessible(window);
  await window.close();
  const text = await missiv("show", file, poll.id);
  assert.match(text, /Skövde kommun[^]*Bifall \(uteblivet svar\)/);
  // It is derived, not written: no value of the file has it.
  const everything = join(await scratch(), "allt.json");
  await missiv("export", file, "--everything", everything);
  const { changes } = JSON.parse(await readFile(everything, "utf8"));
  assert.deepEqual(changes.filter(({ value }) => value === "bifall_uteblivet"), []);
});

way("a decision is found by the palette, which says that it is one", async () => ({ file: await noted() }), async (window) => {
  await window.until("the year", () => window.find(".docs"), 15_000);
  await window.press([Key.Control, "k"]);
  await type(window, "ställer sig bakom");
  await named(window, "dialog li", "Beslut · Mötesanteckningar");
  await window.press(Key.Enter);
  await focusIs(window, "the decision", "[id^='f-'][id$='-beslut']");
});

way("an agenda's matters are reordered by the keyboard", async () => {
  const file = await called();
  for (const title of ["Gemensam jour", "Ny överenskommelse", "Höstens möten"]) await missiv("matter", "add", file, `rubrik=${title}`, "vackt_av=Samordnaren");
  for (const matter of ["2", "3", "4", "5"]) await missiv("matter", "take-up", file, matter, "dagordning");
  return { file };
}, async (window, { file }) => {
  await (await named(window, "#list .papers > ul > li > button", "Dagordning", 15_000)).click();
  const last = await named(window, ".list .item", "Höstens möten");
  await last.click();
  await window.run("[...document.querySelectorAll('.list .item')].find((item) => item.innerText.includes('Höstens')).focus()");
  // Faster than the file is written: each press counts.
  await window.hurry(40, [Key.Alt, Key.Up], [Key.Alt, Key.Up], [Key.Alt, Key.Up], [Key.Alt, Key.Up]);
  await window.until("the new order", async () => (await (await window.findAll(".list .item .t"))[0].text()).includes("Höstens"), 15_000);
  await window.press([Key.Alt, Key.Down]);
  await window.until("one step back", async () => (await (await window.findAll(".list .item .t"))[1].text()).includes("Höstens"), 15_000);
  assert.match(await (await window.focused()).text(), /Höstens/);
  await window.press([Key.Control, "/"]);
  const keys = await (await window.until("the shortcuts", () => window.find("dialog table"))).text();
  for (const line of [/Flytta upp i listan\s+Alt\+↑/, /Flytta ned i listan\s+Alt\+↓/, /Ärenden\s+Ctrl\+Skift\+Ä/, /Uppdrag och åtgärder\s+Ctrl\+Skift\+U/]) assert.match(keys, line);
  await window.close();
  const agenda = (await list(file)).find(({ concept }) => concept === "meeting");
  assert.match(await missiv("show", file, agenda.id), /2 Höstens möten/);
});

way("a year's meetings are planned with the time and place that they have in common, and are told apart", async () => ({ file: await group() }), async (window) => {
  await go(window, "Möten");
  await press(window, "Planera");
  await window.until("the days", () => window.find("#plan-days"));
  await fill(window, "#plan-days", "24 april\n29 maj");
  const inputs = await window.findAll("dialog .common input");
  await inputs[0].click();
  await type(window, "kl. 09.00–12.00");
  await inputs[1].click();
  await type(window, "Stadshuset, Skövde");
  for (const [width, height] of [[800, 600], [1440, 900]]) {
    await window.resize(width, height);
    await isAccessible(window);
    await picture(window, `meetings-planning-${width}-light`);
  }
  await press(window, "Lägg in mötena");
  await named(window, ".month .row", "kl. 09.00–12.00, Stadshuset, Skövde", 15_000);
  const rows = () => window.run("return [...document.querySelectorAll('.month .row')].map((row) => row.innerText)");
  assert.equal((await rows()).filter((row) => row.includes("kl. 09.00–12.00, Stadshuset, Skövde")).length, 2);
  for (const [width, height] of [[800, 600], [1440, 900]]) {
    await window.resize(width, height);
    await picture(window, `meetings-where-${width}-light`);
  }
  await press(window, "Öppna mötesplanen");
  await named(window, ".list .item", "24 april kl. 09.00–12.00", 15_000);
  const lines = await window.run("return [...document.querySelectorAll('.list .item')].map((item) => item.innerText)");
  assert.equal(new Set(lines).size, lines.length);
  await picture(window, "meetings-plan-list-1440-light");
});

/** A body whose members bring meetings home; and one that writes by turns. */
async function other(profile, name) {
  const file = join(await scratch(), "annan.missiv");
  await missiv("new", file, "--profile", profile, "--group", name, "--area", "Området");
  const day = new Date(Date.now() - 864e5).toISOString().slice(0, 10);
  await missiv("meeting", "plan", file, day.slice(0, 4), day);
  await missiv("meeting", "agenda", file, day);
  await missiv("meeting", "notes", file, "dagordning");
  return file;
}

for (const [what, serves, make] of [
  ["of a meeting", MEETINGS, group], ["of what was decided", NOTED, noted],
  ["of what is brought home", HOME, () => other("fyrbodal", "Nätverket")], ["of turns", TURNS, () => other("skaraborg_fora", "Forum Provet")],
]) {
  test(`what each command ${what} serves is gone without it, and there with it`, async (t) => {
    const folder = await scratch();
    const stub = join(folder, "stubbed");
    await writeFile(stub, "");
    const window = await open({ file: await make(), stub, dialogs: [join(folder, "kallelse.eml"), join(folder, "kallelse.eml")] });
    try {
      for (const [command, { open: begin, see }] of Object.entries(serves)) {
        await t.test(command, async () => {
          await begin?.(window);
          await writeFile(stub, command);
          await assert.rejects(see(window, PATIENCE), /waited/, `${command} is not needed for what it serves`);
          await writeFile(stub, "");
          await window.run("document.querySelector('[role=alert] button[aria-label]')?.click()");
          await see(window, 15_000);
        });
      }
      if (serves === MEETINGS) assert.ok(existsSync(join(folder, "kallelse.eml")) && (await readFile(join(folder, "kallelse.eml"), "utf8")).includes("X-Unsent: 1"));
    } finally {
      await window.close();
    }
  });
}

for (const theme of ["light", "dark"]) {
  way(`meetings, matters, promises and notes are seen by axe in ${theme}`, async () => ({ file: await noted(), theme }), async (window) => {
    const views = {
      meetings: () => go(window, "Möten").then(() => window.until("a meeting", () => window.find(".month .row"))),
      matters: () => go(window, "Ärenden").then(() => window.until("a matter", () => window.find(".matters tbody tr"))),
      actions: () => go(window, "Uppdrag").then(() => window.until("an action", () => window.find(".actions tbody tr"))),
      attendance: async () => {
        await openNotes(window);
        await (await named(window, ".list .item", "Närvaro")).click();
        await window.until("the rows", () => window.find(".attendance .person"));
      },
      notes: async () => {
        await openNotes(window);
        await (await named(window, ".list .item", "Gemensam utbildning")).click();
        await window.until("the matter", () => window.find(".matter h3"));
      },
      agenda: async () => {
        await (await named(window, "#list .papers > ul > li > button", "Dagordning")).click();
        await window.until("what has come in", () => window.find(".lists section"));
      },
    };
    for (const [width, height] of [[1440, 900], [800, 600], [640, 480]]) {
      for (const [name, come] of Object.entries(views)) {
        await window.resize(1440, 900);
        await come();
        await window.resize(width, height);
        await isAccessible(window);
        assert.equal(await window.run("return document.documentElement.scrollWidth > innerWidth"), false, `${name} at ${width} is too wide`);
        await picture(window, `${name}-${width}-${theme}`);
      }
    }
  });
}

way("a year is planned from an empty one", async () => ({ file: await planned() }), async (window) => {
  await go(window, "Möten");
  await window.until("the year", () => window.find(".month .row"), 15_000);
  await press(window, String(YEAR + 1));
  await named(window, ".none h3", "Inga möten är planerade");
  await isAccessible(window);
  await picture(window, "meetings-empty-1440-light");
  await plan(window, "18 januari\n19-20 september");
  await named(window, ".day", "19–20 september");
});
