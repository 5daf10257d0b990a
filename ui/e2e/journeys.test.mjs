// A user's ways from end to end, each to a file that the command `missiv` or pdftotext reads back.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { colleague, dispute, fill, focusField, go, isAccessible, isPrinted, isSaved, list, missiv, named, openDocument, pdfText, picture, press, sample, scratch, type, way } from "./app.mjs";
import { Key } from "./driver.mjs";

way("a new workspace becomes an exported plan", async () => {
  const folder = await scratch();
  return { dialogs: [join(folder, "ny.missiv"), join(folder, "plan.pdf")], folder };
}, async (window, { dialogs: [file, pdf] }) => {
  await press(window, "Ny arbetsfil");
  await window.until("the profiles", () => window.find("form select option:not([disabled])"));
  await isAccessible(window);
  await picture(window, "new-1440-light");
  await fill(window, "form select", "halland");
  await (await window.find("form input[required]")).click();
  await type(window, "Forum Provet");
  await press(window, "Välj var");
  const begin = await window.until("a plan to begin", () => window.run("return [...document.querySelectorAll('.docs tr')].findIndex((row) => /Mål och|Genomförande/.test(row.innerText))").then((at) => at > 0 && at));
  await (await window.findAll(".docs tr .link"))[begin - 1].click();
  await press(window, "Lägg till mål");
  await focusField(window, "Mål");
  await type(window, "Ett prövat mål");
  await isSaved(window);
  await press(window, "Exportera PDF");
  await window.until("that it is saved", () => window.find(".exported"), 20_000);
  assert.match(await pdfText(pdf), /Ett prövat\s+mål/);
  assert.match(await missiv("read", pdf), /\S/);
  assert.equal((await list(file)).length, 2);
});

way("a missiv begun for the report has its title, decision and bilaga", async () => {
  const content = JSON.parse(await readFile(new URL("../../assets/samples/aldre-2025.json", import.meta.url), "utf8"));
  const folder = await scratch();
  const [file, json] = [join(folder, "utan.missiv"), join(folder, "utan.json")];
  await writeFile(json, JSON.stringify({ ...content, documents: content.documents.filter(({ template }) => !template.includes("missiv")) }));
  await missiv("import", file, json);
  return { file };
}, async (window, { file }) => {
  await go(window, "Året");
  await press(window, "Skriv missiv om Årsrapport 2025");
  await named(window, "h1", "Årsrapport");
  await isAccessible(window);
  const memo = (await list(file)).find(({ concept }) => concept === "memo");
  const text = await missiv("show", file, memo.id);
  assert.match(text, /^# Årsrapport 2025 för programområde Äldre\n/);
  assert.match(text, /1\. godkänna årsrapport 2025 för programområde Äldre och lägga den till handlingarna/);
  assert.match(text, /## Bilagor\s+- Årsrapport 2025/);
  // A missiv that is there is gone on with, and its report leads to it.
  await go(window, "Året");
  await named(window, ".next button", "Missiv");
  await (await named(window, ".docs .link", "Gå till missivet")).click();
  await named(window, "h1", "Årsrapport");
  assert.equal((await list(file)).filter(({ concept }) => concept === "memo").length, 1);
});

way("an exported PDF is shown by the system's programs", async () => {
  const [folder, programs, file] = [await scratch(), await scratch(), await sample()];
  const opener = join(programs, "xdg-open");
  await writeFile(opener, `#!/bin/sh\necho "$1" >> "${join(folder, "shown")}"\n`);
  await chmod(opener, 0o755);
  return { file, path: programs, dialogs: [join(folder, "plan.pdf")], shown: join(folder, "shown") };
}, async (window, { shown, dialogs: [pdf] }) => {
  await openDocument(window, "2031");
  await window.press([Key.Control, "e"]);
  await window.until("that it is saved", () => window.find(".exported"), 20_000);
  await (await named(window, ".exported button", "Öppna")).click();
  await window.until("the viewer", async () => existsSync(shown) && (await readFile(shown, "utf8")).includes(pdf));
  await (await named(window, ".exported button", "Visa i mapp")).click();
  await window.until("the folder", async () => (await readFile(shown, "utf8")).trim().split("\n").length === 2);
});

way("what is typed reaches the file though the pages take their time", async () => {
  const stub = join(await scratch(), "stubbed");
  await writeFile(stub, "slow pages");
  return { file: await sample(), stub };
}, async (window, { file, stub }) => {
  await openDocument(window, "2031");
  await press(window, "Sammanfattning");
  await focusField(window, "Sammanfattning");
  await type(window, "Hinner före.");
  await isSaved(window);
  assert.deepEqual(await window.findAll("[data-page] img"), []);
  // And they come when they can.
  await writeFile(stub, "");
  await isPrinted(window, 1);
  await window.kill();
  assert.match(await summary(file), /Hinner före\./);
});

way("what is typed survives that the program is killed", async () => ({ file: await sample() }), async (window, { file }) => {
  await openDocument(window, "2031");
  await press(window, "Sammanfattning");
  await focusField(window, "Sammanfattning");
  await type(window, "Det här får inte försvinna.");
  // Nobody leaves the field or asks for it: what is typed is written by itself.
  await window.until("that it is written", () => window.run("return document.querySelector('.saved')?.getAttribute('aria-busy') === 'false'"));
  await window.kill();
  const plan = (await list(file)).find(({ period }) => period === "2031");
  assert.match(await missiv("show", file, plan.id), /Det här får inte försvinna\./);
});

/** Writes into the summary of the newest plan. */
async function write(window, ...keys) {
  await openDocument(window, "2031");
  await press(window, "Sammanfattning");
  await focusField(window, "Sammanfattning");
  await window.press(Key.End, ...keys);
}

const summary = async (file) => missiv("show", file, (await list(file)).find(({ period }) => period === "2031").id);

way("whoever goes elsewhere and comes back at once writes on where they were", async () => ({ file: await sample() }), async (window, { file }) => {
  for (const word of ["ett", "två", "tre"]) await write(window, ...` ${word}`, [Key.Control, "6"], [Key.Control, "1"]);
  await write(window, ..." slut");
  await isSaved(window);
  await window.close();
  assert.match(await summary(file), /ett två tre slut/);
});

way("what is typed after undo was asked for is not what it takes back", async () => ({ file: await sample() }), async (window, { file }) => {
  for (const word of ["ett", "två", "tre"]) {
    await write(window, ...` ${word}`);
    await isSaved(window);
  }
  await focusField(window, "Sammanfattning");
  await window.hurry(30, [Key.Control, "z"], [Key.Control, "z"], [Key.Control, "z"], ..." nytt");
  await isSaved(window);
  await window.close();
  assert.match(await summary(file), /nytt/);
});

way("a file that is moved while it is open is told of, and nothing is lost once it is back", async () => ({ file: await sample() }), async (window, { file }) => {
  await write(window, ..."Före.");
  await isSaved(window);
  await rename(file, `${file}.undan`);
  await write(window, ..." Efter.");
  await window.until("that it is told", async () => /ligger inte kvar/.test(await (await window.find("[role=alert]")).text()));
  assert.match(await (await window.find(".saved")).text(), /Inte sparat/);
  // Somewhere else it is told of, too, and one comes back to what one wrote.
  await openDocument(window, "Mål och Handlingsplan 2025");
  await window.until("that it is told there", async () => /ligger inte kvar/.test(await (await window.find("[role=alert]")).text()));
  await write(window);
  await rename(`${file}.undan`, file);
  await window.press([Key.Control, "s"]);
  await window.until("that it is written", () => window.run("return document.querySelector('.saved')?.getAttribute('aria-busy') === 'false'"));
  await window.close();
  assert.match(await summary(file), /Före\. Efter\./);
});

way("a conflict comes with a colleague's copy and is settled", async () => {
  const file = await sample();
  return { file, dialogs: [await colleague(file)] };
}, async (window, { file }) => {
  await go(window, "Konflikter");
  await press(window, "Läs in en kollegas kopia");
  await window.until("both texts", async () => (await window.findAll(".quote")).length === 2);
  await isAccessible(window);
  await picture(window, "conflict-1440-light");
  await press(window, "Behåll det som skrevs av M.S.");
  await named(window, "h2", "Inga konflikter");
  await window.close();
  assert.match(await missiv("--json", "conflicts", file), /^\s*\[\s*\]\s*$/);
});

way("whoever writes on where two wrote differently is told that it settles it", async () => {
  const file = await sample();
  await dispute(file);
  return { file };
}, async (window, { file }) => {
  await write(window, ..." Och mer.");
  await window.until("what it came to", async () => /Nu gäller det du skrev här/.test(await (await window.find(".told")).text()));
  await window.until("no count of conflicts", async () => !/\d/.test(await (await named(window, ".way", "Konflikter")).text()));
  await isSaved(window);
  await window.close();
  assert.match(await missiv("--json", "conflicts", file), /^\s*\[\s*\]\s*$/);
  assert.match(await summary(file), /Och mer\./);
});

way("a value is given back what stood there before", async () => {
  const file = await sample();
  const plan = (await list(file)).find(({ period }) => period === "2031");
  for (const [who, text] of [["K.B.", "Det första."], ["M.S.", "Det andra."]]) await missiv("--as", who, "set", file, plan.id, ".", "sammanfattning", text);
  return { file, plan };
}, async (window, { file, plan }) => {
  await openDocument(window, "2031");
  await go(window, "Historik");
  await window.until("the newest change", () => window.find(".history .edit ins"));
  await isAccessible(window);
  await picture(window, "history-1440-light");
  await (await window.find(".history .edit .link")).click();
  await window.until("the change of it", async () => (await (await window.find(".history .edit ins")).text()).includes("första"));
  await window.close();
  assert.match(await missiv("show", file, plan.id), /Det första\./);
});

way("a fault leads to its field", async () => ({ file: await sample() }), async (window) => {
  await openDocument(window, "2031");
  await go(window, "Kontroll");
  await isAccessible(window);
  await picture(window, "checks-1440-light");
  await (await named(window, ".jump", "Sammanfattning")).click();
  await window.until("the field's focus", () => window.run("return document.activeElement?.id.endsWith('-sammanfattning')"));
});

way("a diarienummer is noted, and an incomplete plan cannot be handed in", async () => ({ file: await sample() }), async (window, { file }) => {
  await openDocument(window, "2031");
  await (await window.find("header summary")).click();
  await press(window, "Lämna in …");
  await (await named(window, "dialog button", "Lämna in")).click();
  await window.until("why not", () => window.find("dialog [role=alert]"));
  await window.press(Key.Escape);
  await openDocument(window, "Handlingsplan 2025");
  await (await window.find("header summary")).click();
  await press(window, "Anteckna diarienummer");
  await (await window.findAll("dialog input"))[1].click();
  await type(window, "RS26 1");
  await press(window, "Anteckna numret");
  await window.until("that it is noted", async () => (await window.findAll("dialog")).length === 0);
  await window.close();
  const plan = (await list(file)).find(({ concept, period }) => concept === "plan" && period === "2025");
  assert.match(await missiv("--json", "show", file, plan.id), /RS26 1/);
});

way("any text is found and gone to by the keyboard alone", async () => ({ file: await sample() }), async (window) => {
  await window.until("the year", () => window.find(".docs"));
  await window.press([Key.Control, "k"]);
  await type(window, "helgutskrivning");
  await window.until("a text", () => window.find("dialog li[aria-selected=true] .meta"));
  await isAccessible(window);
  await picture(window, "palette-1440-light");
  await window.press(Key.Enter);
  await window.until("its field", () => window.run("return document.activeElement?.id.startsWith('f-')"));
  // Of a decision's points, to the one that was found.
  await window.press([Key.Control, "k"]);
  await type(window, "inom ramen för återstående medel");
  await window.until("a point", () => window.run("return /inom ramen/.test(document.querySelector('dialog li[aria-selected=true]')?.innerText)"));
  await window.press(Key.Enter);
  await window.until("the second point", () => window.run("return document.activeElement?.matches('[data-row=\"2\"] textarea') && document.activeElement.value.includes('återstående medel')"));
});

for (const theme of ["light", "dark"]) {
  way(`every view is seen by axe in ${theme}`, async () => ({ file: await sample(), theme }), async (window) => {
    await window.until("the year", () => window.find(".docs"));
    for (const [width, height] of [[1440, 900], [800, 600], [640, 480]]) {
      await window.resize(1440, 900);
      for (const [name, words] of [["year", "Året"], ["checks", "Kontroll"], ["conflicts", "Konflikter"], ["history", "Historik"], ["group", "Grupp"]]) {
        await window.resize(1440, 900);
        await go(window, words);
        await window.resize(width, height);
        await window.until("the view", () => window.run("return document.querySelectorAll('.view h2').length > 0"));
        await isAccessible(window);
        assert.equal(await window.run("return document.documentElement.scrollWidth > innerWidth"), false, `${name} at ${width} is too wide`);
        await picture(window, `${name}-${width}-${theme}`);
      }
    }
  });
}
