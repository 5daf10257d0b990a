// Underlag, templates from outside and copies beside the file, each to a file that the command `missiv` reads.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, cp, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import {
  colleague, fill, focusField, go, isAccessible, isSaved, list, missiv, named, openDocument, pdfText, picture, press, sample, scratch, type, way,
} from "./app.mjs";

const report = async (file) => (await list(file)).find(({ concept, period }) => concept === "report" && period === "2025-1of2");

/** What is asked of the first responsible person, as the window shows it. */
const mail = (window) => window.run("return document.querySelector('textarea.mail').value");

way("a responsible person is asked, and the answer comes back into the right row", async () => ({ file: await sample() }), async (window, { file }) => {
  await openDocument(window, "Halvårsrapport 2025");
  await go(window, "Underlag");
  await window.until("the mail", async () => (await mail(window)).includes("Hej "));
  const asked = await mail(window);
  assert.match(asked, /== Aktivitet \d\.\d /);
  await isAccessible(window);
  await picture(window, "returns-1440-light");
  await press(window, "Kopiera mejlet");
  await window.until("that it is copied", async () => (await (await window.find("p[role=status]")).text()).startsWith("Kopierat."));
  const changed = asked.replace("\nSvar: Pågår enligt plan\n", "\nSvar: genomförd\n").replace(/(\] Utfall\nSvar:).*/, "$1 ungefär hälften");
  const back = `Hej! Se svaren nedan.\r\n${changed.split("\n").map((line) => `> ${line}`).join("\r\n")}`;
  await fill(window, "#answer", back);
  await press(window, "Läs av svaret");
  const preview = await window.until("what would be written", () => window.find(".preview"));
  const text = await preview.text();
  assert.match(text, /1 svar går att föra in/);
  assert.match(text, /Genomförd/);
  assert.match(text, /ungefär hälften/);
  assert.match(text, /Hej! Se svaren nedan\./);
  await isAccessible(window);
  await picture(window, "answers-1440-light");
  await press(window, "För in 1 svar");
  await window.until("that it is written", async () => (await (await window.find("p[role=status]")).text()) === "1 svar är infört.");
  await window.until("the heading that says so", async () => (await (await window.find(".preview h3")).text()) === "1 svar är infört.");
  const isKept = () => window.run("return document.querySelector('#answer')?.value.includes('ungefär hälften')");
  assert.equal(await isKept(), true);
  await go(window, "Kontroll");
  await go(window, "Underlag");
  await window.until("what could not be written", isKept);
  await window.close();
  const edits = JSON.parse(await missiv("--json", "history", file, (await report(file)).id, "--limit", "1"));
  assert.equal(edits[0].action, "Läste in svar från en ansvarig");
  assert.match(await missiv("show", file, (await report(file)).id), /Genomförd/);
});

way("the document that asks nothing says which ones do", async () => ({ file: await sample() }), async (window) => {
  await openDocument(window, "2031");
  await go(window, "Underlag");
  await isAccessible(window);
  await picture(window, "returns-none-1440-light");
  await (await named(window, ".none button", "Halvårsrapport 2025")).click();
  await window.until("the mail", async () => (await mail(window)).includes("Hej "));
});

/** A template's folder with one field more. */
async function changedTemplate(id) {
  const folder = join(await scratch(), id);
  await missiv("template", "copy", id, folder);
  const file = join(folder, "template.toml");
  const toml = await readFile(file, "utf8");
  const field = `[[field]]\nid = "publik"\ntype = "line"\nlabel = "Till vem"\nhelp = "Vem som ska läsa."\nmax = 80\n\n`;
  const changed = toml.replace(/^order = \[/m, 'order = [\n  "publik",').replace(/^\[\[field\]\]/m, `${field}[[field]]`);
  assert.notEqual(changed, toml);
  await writeFile(file, changed);
  return folder;
}

way("a changed template is loaded, changes the form, and its field is printed", async () => {
  const file = await sample();
  const [{ template }] = (await list(file)).filter(({ concept }) => concept === "memo");
  const [pack, folder] = [await changedTemplate(template), await scratch()];
  return { file, dialogs: [pack, join(folder, "ut.zip"), join(folder, "missiv.pdf")], template };
}, async (window, { file, template, dialogs: [, zip, pdf] }) => {
  await go(window, "Mallar");
  await press(window, "Läs in en mapp");
  await window.until("that it is loaded", async () => (await (await window.find(".report.ok")).text()).includes("är inläst"), 20_000);
  await isAccessible(window);
  await picture(window, "packs-1440-light");
  await (await named(window, ".packs tr:has(td) button", "Kopiera ut")).click();
  await window.until("that it is copied", async () => (await (await window.find("p[role=status]")).text()).includes("är kopierad"));
  assert.ok((await readFile(zip)).length > 500);
  await go(window, "Året");
  await (await window.until("a new memo", () => window.pick("return [...document.querySelectorAll('.docs .link')].find(({ textContent: text }) => /Börja.*Missiv/.test(text))"))).click();
  await press(window, "Till vem");
  await focusField(window, "Till vem");
  await type(window, "Alla huvudmän");
  await isSaved(window);
  await press(window, "Exportera PDF");
  await window.until("that it is saved", () => window.find(".exported"), 30_000);
  assert.match(await pdfText(pdf), /Till vem\s+Alla huvudmän/);
  await window.close();
  assert.match(await missiv("--json", "list", file), new RegExp(template));
});

way("a faulty template is not loaded, and each fault has its file and line", async () => {
  const file = await sample();
  const [{ template }] = (await list(file)).filter(({ concept }) => concept === "memo");
  const pack = await changedTemplate(template);
  const toml = join(pack, "template.toml");
  await writeFile(toml, (await readFile(toml, "utf8")).replace('type = "line"\nlabel = "Till vem"', 'type = "rad"\nlabel = "Till vem"'));
  return { file, dialogs: [pack] };
}, async (window) => {
  await go(window, "Mallar");
  await press(window, "Läs in en mapp");
  const found = await window.until("the faults", () => window.find(".report.stop li"));
  assert.match(await found.text(), /template\.toml, rad \d+/);
  await isAccessible(window);
  await picture(window, "packs-faulty-1440-light");
  await press(window, "Stäng");
  await window.until("no report", async () => (await window.findAll(".report")).length === 0);
});

way("a copy that lies beside the file is offered and taken in", async () => {
  const file = await sample();
  await copyFile(await colleague(file), join(dirname(file), "gruppen-DATOR7.missiv"));
  return { file };
}, async (window, { file }) => {
  const offer = await window.until("the offer", () => window.find(".beside"));
  assert.match(await offer.text(), /gruppen-DATOR7\.missiv, med 1 ändring/);
  await isAccessible(window);
  await picture(window, "beside-1440-light");
  await press(window, "Läs in kopian");
  await window.until("no offer", async () => (await window.findAll(".beside")).length === 0);
  await go(window, "Konflikter");
  await window.until("both texts", async () => (await window.findAll(".quote")).length === 2);
  await window.close();
  assert.match(await missiv("--json", "conflicts", file), /förebyggande/);
});

for (const theme of ["light", "dark"]) {
  way(`Underlag and Mallar are seen by axe in ${theme}`, async () => ({ file: await sample(), theme }), async (window) => {
    await openDocument(window, "Halvårsrapport 2025");
    for (const [name, words, css] of [["returns", "Underlag", "textarea.mail"], ["packs", "Mallar", ".packs tbody tr"]]) {
      for (const [width, height] of [[1440, 900], [800, 600], [640, 480]]) {
        await window.resize(1440, 900);
        await go(window, words);
        await window.until("the view", () => window.find(css));
        await window.resize(width, height);
        await isAccessible(window);
        await picture(window, `${name}-${width}-${theme}`);
        await window.resize(1440, 900);
        if (name === "returns") {
          await fill(window, "#answer", `${await mail(window)}Ett ord till.`.replace("Svar: Pågår enligt plan", "Svar: genomförd").replace(/(Utfall\nSvar:).*/, "$1 hälften"));
          await press(window, "Läs av svaret");
          await window.until("the preview", () => window.find(".preview .table"));
        }
        await window.resize(width, height);
        await isAccessible(window);
        assert.equal(await window.run("return document.documentElement.scrollWidth > innerWidth"), false, `${name} at ${width} is too wide`);
        if (name === "returns") await picture(window, `answers-${width}-${theme}`);
        if (name === "returns") await fill(window, "#answer", "");
      }
    }
  });
}

way("a new workspace can have a profile that was just loaded", async () => {
  const folder = await scratch();
  const pack = join(folder, "egen.zip");
  const made = join(folder, "halland");
  await missiv("template", "copy", "halland", made);
  const own = join(folder, "egen");
  await cp(made, own, { recursive: true });
  const toml = join(own, "profile.toml");
  await writeFile(toml, (await readFile(toml, "utf8")).replace(/^id = .*/m, 'id = "egen"').replace(/^name = .*/m, 'name = "Egna ord"'));
  await promisify(execFile)("zip", ["-qr", pack, "."], { cwd: own });
  return { dialogs: [pack, join(folder, "ny.missiv")], folder };
}, async (window, { dialogs: [, file] }) => {
  await press(window, "Ny arbetsfil");
  await window.until("the profiles", () => window.find("form select option:not([disabled])"));
  await press(window, "Läs in en profil");
  await window.until("the loaded one", async () => (await window.run("const { options, selectedIndex } = document.querySelector('form select'); return options[selectedIndex].text")) === "Egna ord");
  await (await window.find("form input[required]")).click();
  await type(window, "Forum Provet");
  await press(window, "Välj var");
  await window.until("the year", () => window.find(".docs tbody tr"));
  await window.close();
  assert.match(await missiv("export", file, "--everything", `${file}.json`), /\S/);
  assert.match(await readFile(`${file}.json`, "utf8"), /"egen"/);
});

way("several documents are exported into one folder, and those left out are not", async () => {
  const folder = await scratch();
  return { file: await sample(), dialogs: [folder], folder };
}, async (window, { folder }) => {
  await openDocument(window, "2031");
  await (await window.find("header summary")).click();
  await press(window, "Exportera flera");
  await window.until("the papers", async () => (await window.findAll("dialog .check")).length > 4);
  await isAccessible(window);
  await picture(window, "export-all-1440-light");
  for (const box of (await window.findAll("dialog .check input")).slice(2)) await box.click();
  await press(window, "Välj mapp");
  await window.until("that they are written", () => window.find(".exported"), 30_000);
  // An edition brings its receipt along.
  const written = (await readdir(folder)).filter((name) => !name.includes("kvitto"));
  assert.deepEqual(written.map((name) => name.split(" 2025")[0]).sort(), ["Mål och Handlingsplan", "Uppdragsbeskrivning"]);
});

way("the decision points go to Word as a heading and a list", async () => ({ file: await sample() }), async (window) => {
  await openDocument(window, "Årsrapport 2025 för");
  await window.run(`
    const write = navigator.clipboard.write.bind(navigator.clipboard);
    navigator.clipboard.write = async (items) => {
      await write(items);
      window.copied = await (await items[0].getType("text/html")).text();
    };
  `);
  await (await window.find("header summary")).click();
  await press(window, "Kopiera förslaget till beslut");
  const html = await window.until("what was copied", () => window.run("return window.copied"));
  assert.match(html, /<h2>Förslag till beslut<\/h2>/);
  assert.match(html, /<li>/);
  await window.until("that it is said", async () => (await (await window.find("p[role=status]")).text()).startsWith("Kopierat."));
});
