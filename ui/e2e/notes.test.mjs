// What is written while a meeting goes on: nobody waits for the program then, and nobody looks at the keys.
import assert from "node:assert/strict";

import { join } from "node:path";

import { go, isAccessible, isSaved, list, missiv, named, picture, scratch, way } from "./app.mjs";
import { Key } from "./driver.mjs";
import { called, openNotes, YEAR } from "./meeting.mjs";

/** The group with notes that nothing is written in yet. */
async function begun() {
  const file = await called();
  await missiv("meeting", "notes", file, "dagordning");
  return file;
}

/** Opens the notes on their first matter, with the focus in what is noted. */
async function openMatter(window) {
  await openNotes(window);
  await (await named(window, ".list .item", "Gemensam utbildning")).click();
  await window.until("the matter", () => window.find(".matter .noted [role=textbox]"));
  await window.run("document.querySelector('.noted [role=textbox]').focus()");
  await window.until("the editor", () => window.find(".noted .editor .text"));
}

/** What the notes in the file say of their first matter: what is noted, and each row below by what it is about. */
async function written(file) {
  const notes = (await list(file)).find(({ concept }) => concept === "notes");
  return missiv("show", file, notes.id);
}

const scrolled = (window) => window.run("return [document.documentElement, document.body, document.querySelector('.app')].map(({ scrollTop }) => scrollTop)");

const NOTED = "Vi delar oss i grupper.";
const ROWS = [["b", "Gruppen antar planen."], ["t", "Skicka planen"], ["b", "Frågan tas upp igen."], ["t", "Boka lokal"]];

for (const ms of [0, 30, 90]) {
  way(`what is typed after a chord stands in its own row, a key each ${ms} ms`, async () => ({ file: await begun() }), async (window, { file }) => {
    await openMatter(window);
    await window.hurry(ms, ...NOTED, ...ROWS.flatMap(([letter, words]) => [[Key.Alt, letter], ...words]));
    const shown = () => window.run("return [...document.querySelectorAll('.matter section li .what')].map((what) => what.querySelector('textarea')?.value ?? what.querySelector('[role=textbox]').innerText.trim())");
    const rows = ["b", "t"].flatMap((letter) => ROWS.filter(([of]) => of === letter).map(([, words]) => words));
    assert.deepEqual(await shown(), rows);
    await isSaved(window);
    assert.deepEqual(await shown(), rows);
    await window.close();
    const text = await written(file);
    for (const words of [NOTED, ...rows]) assert.ok(text.includes(words), `${words} is not whole in: ${text}`);
  });
}

way("a second chord right after the first, and Tab on from what one has just written, lead where they say", async () => ({ file: await begun() }), async (window, { file }) => {
  await openMatter(window);
  await window.hurry(20, [Key.Alt, "v"], ..."Parkering", [Key.Alt, "b"], [Key.Alt, "t"], ..."Mejla alla", Key.Tab, ..."B.B.");
  await isSaved(window);
  await named(window, ".list .item", "Parkering");
  await picture(window, "notes-further-1440-light");
  await window.close();
  const text = await written(file);
  assert.match(text, /Parkering[^]*Mejla alla[^]*B\.B\./);
});

way("only the pane is scrolled by what the keys lead to", async () => ({ file: await begun() }), async (window) => {
  for (const [width, height] of [[1440, 900], [800, 600]]) {
    await window.resize(1440, 900);
    await openMatter(window);
    await window.resize(width, height);
    for (let row = 0; row < 4; row++) {
      await window.hurry(20, [Key.Alt, "b"], ..."Beslut", [Key.Alt, "t"], ..."Uppdrag");
      assert.deepEqual(await scrolled(window), [0, 0, 0], `at ${width}`);
    }
    await isSaved(window);
    await window.hurry(20, [Key.Alt, "b"]);
    const seen = () => window.run(`
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      const pane = document.querySelector("#form").getBoundingClientRect();
      return top >= pane.top && bottom <= pane.bottom && document.activeElement.matches("[role=textbox], textarea");
    `);
    await window.until(`the new row in sight at ${width}`, seen);
    assert.deepEqual(await scrolled(window), [0, 0, 0], `at ${width}`);
    await picture(window, `notes-chords-${width}-light`);
  }
});

way("the shortcuts of the notes are listed", async () => ({ file: await begun() }), async (window) => {
  await openMatter(window);
  await window.press([Key.Control, "/"]);
  const text = await (await window.until("the table", () => window.find("dialog table"))).text();
  for (const line of [/Lägg till beslut\s+Alt\+B/, /Lägg till åtgärd\s+Alt\+T/, /Lägg till övrig fråga\s+Alt\+V/, /nästa ärende.*\s+Alt\+PageDown/]) assert.match(text, line);
  await named(window, ".footer button", "Övrig fråga");
});

const saved = (window) => window.until("that it is saved", () => window.run("return document.querySelector('.saved')?.getAttribute('aria-busy') === 'false'"), 15_000);
const noted = (window) => window.run("return document.querySelector('.matter .noted [role=textbox]')?.innerText.trim()");
const told = async (window) => (await window.find(".told")).text();
const undo = async (window, words) => {
  await window.press([Key.Control, "z"]);
  await window.until(words, async () => (await told(window)) === words, 15_000);
};

/** Writes words at once, as a paste does: on a busy machine keys come so slowly that each could be written by itself. */
const put = (window, words) => window.run("document.execCommand('insertText', false, arguments[0])", words);

way("undo takes back one thing at a time, says where, and shows it", async () => {
  const file = await called();
  await missiv("matter", "take-up", file, "2", "dagordning");
  await missiv("meeting", "notes", file, "dagordning");
  return { file };
}, async (window) => {
  await openMatter(window);
  await put(window, "Viktigt.");
  await saved(window);
  await window.press([Key.Alt, Key.PageDown]);
  await window.until("the next matter", async () => (await noted(window)) === "" && window.run("return document.activeElement.matches('.noted .text')"));
  await put(window, "Hej.");
  await saved(window);
  await window.press([Key.Alt, "b"]);
  await window.until("the row", () => window.find(".matter section li .text"));
  await saved(window);
  await put(window, "Ja.");
  await saved(window);
  await undo(window, "Ångrade: Beslut i beslut 2.1");
  await window.until("the focus in the row", () => window.run("return document.activeElement.closest('.matter section li') !== null"));
  await undo(window, "Ångrade: Lade till beslut 2.1");
  // On the matter, and not in its text: the next key is not to write over it.
  await window.until("the focus on the matter", () => window.run("return document.activeElement.matches('.list [aria-current]')"));
  await undo(window, "Ångrade: Noterat i ärende 2");
  assert.equal(await noted(window), "");
  // It does not come back by itself.
  await new Promise((done) => setTimeout(done, 1500));
  assert.equal(await noted(window), "");
  await undo(window, "Ångrade: Noterat i ärende 1");
  await window.until("the first matter", () => window.run("return document.querySelector('.list [aria-current]').innerText.includes('Gemensam utbildning')"));
  assert.equal(await noted(window), "");
  await window.until("the focus in it", () => window.run("return document.activeElement.matches('.noted .text')"));
  await picture(window, "notes-undone-1440-light");
  await window.press([Key.Control, "y"]);
  await window.until("it again", async () => (await noted(window)) === "Viktigt.");
});

way("what one types on and on is written all the same, and the window says that it is not yet", async () => ({ file: await begun() }), async (window, { file }) => {
  await openMatter(window);
  const words = Array.from({ length: 8 }, (_, i) => `Mening ${i + 1}. `).join("");
  // Heard while one types: a driver that is late would only see that it is written.
  await window.run(`
    window.said = new Set();
    const hear = () => window.said.add(document.querySelector(".saved")?.innerText.replace(/[^a-zåäö].*/i, ""));
    new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true });
  `);
  await window.hurry(90, ...words);
  assert.ok((await window.run("return [...window.said]")).includes("Sparar"));
  await picture(window, "notes-saving-1440-light");
  assert.equal(await noted(window), words.trim());
  await window.close();
  assert.match(await written(file), /Mening 3\./);
});

way("what is noted does not run into what stands below it", async () => ({ file: await begun() }), async (window) => {
  const over = () => window.run(`
    const noted = document.querySelector(".noted .still, .noted .editor").getBoundingClientRect();
    return noted.bottom > document.querySelector(".others").getBoundingClientRect().top;
  `);
  for (const turn of ["page", "size"]) {
    await window.resize(1440, 900);
    await openMatter(window);
    await window.press(Key.Tab);
    await window.until("the text at rest", () => window.find(".noted .still"));
    if (turn === "page") await window.press([Key.Alt, "p"]);
    else await window.resize(800, 600);
    await new Promise((done) => setTimeout(done, 800));
    await picture(window, `notes-apart-${turn}`);
    assert.equal(await over(), false, turn);
    if (turn === "page") await window.press([Key.Alt, "p"]);
  }
});

/** How each row says that somebody was there, whether it is in sight, and what is cut of any name. */
const attendance = (window) => window.run(`
  const pane = document.querySelector("#form").getBoundingClientRect();
  return [...document.querySelectorAll(".attendance .person")].map((row) => ({
    checked: row.querySelector(":checked")?.value ?? "",
    within: [...row.querySelectorAll("input[type=radio]")].every((input) => {
      const { left, right } = input.getBoundingClientRect();
      return left >= pane.left && right <= pane.right;
    }),
    cut: [...row.querySelectorAll(".names span:not(.vh)")].some((name) => name.scrollWidth > name.clientWidth + 1),
  }));
`);

way("who was there is said by digits, from the first row on, and a substitute is asked for at once", async () => ({ file: await begun() }), async (window, { file }) => {
  await go(window, "Möten");
  await (await named(window, ".steps button", "Öppna anteckningarna Socialchefsgruppen")).click();
  await window.until("the first row", () => window.run("return document.activeElement === document.querySelector('.attendance [role=radiogroup] input:checked, .attendance [role=radiogroup] input')"), 15_000);
  for (const [width, height] of [[1440, 900], [1024, 768], [800, 600], [640, 480]]) {
    await window.resize(width, height);
    const rows = await attendance(window);
    assert.ok(rows.length > 1 && rows.every(({ within, cut }) => within && !cut), `at ${width}: ${JSON.stringify(rows)}`);
    await isAccessible(window);
    await picture(window, `attendance-${width}-light`);
  }
  await window.resize(800, 600);
  await window.run("document.querySelector('.attendance [role=radiogroup] input').focus()");
  await window.hurry(30, "3", ..."Vikarien", Key.Enter, "4", "5", ..."Gästen", Key.Enter, ..."Har lett utbildningen");
  await isSaved(window);
  assert.deepEqual((await attendance(window)).slice(0, 3).map(({ checked }) => checked), ["ersattare", "franvarande", "inbjuden"]);
  await picture(window, "attendance-said-800-light");
  await window.close();
  const text = await written(file);
  assert.match(text, /Vikarien[^]*Gästen[^]*Har lett utbildningen/);
});

way("what stands below the notes has room for its lines when the window becomes narrow", async () => ({ file: await begun() }), async (window) => {
  await openMatter(window);
  await window.resize(800, 600);
  const over = await window.run(`
    const bottom = (element) => element.getBoundingClientRect().bottom;
    return [...document.querySelectorAll(".footer button, #form .field > *, #form .cell > *")]
      .filter((element) => getComputedStyle(element).position !== "absolute" && bottom(element) > bottom(element.parentElement) + 1).map((element) => element.innerText);
  `);
  assert.deepEqual(over, []);
  assert.equal(await window.run("return document.querySelector('.noted').getBoundingClientRect().bottom <= document.querySelector('.others').getBoundingClientRect().top"), true);
  await picture(window, "notes-narrowed-800-light");
});

way("a long name stays within the window", async () => {
  const file = join(await scratch(), "natverket.missiv");
  await missiv("new", file, "--profile", "skaraborg_fora", "--group", "Nätverk för socialnämndsrepresentanter och socialförvaltningar", "--area", "Området");
  await missiv("meeting", "plan", file, String(YEAR), "24 april");
  return { file };
}, async (window) => {
  await named(window, ".next button", "Mötesplan", 15_000);
  for (const [width, height] of [[1440, 900], [1000, 700], [800, 600]]) {
    await window.resize(width, height);
    const over = await window.run("return [...document.querySelectorAll('.next button')].filter((button) => button.getBoundingClientRect().right > innerWidth || button.scrollWidth > button.clientWidth + 1).map((button) => button.innerText)");
    assert.deepEqual(over, [], `at ${width}`);
    await picture(window, `year-long-${width}-light`);
  }
});

way("a matter that is put on the agenda goes from what waits at once, and the next has the focus", async () => {
  const file = await called();
  for (const title of ["Gemensam jour", "Ny överenskommelse"]) await missiv("matter", "add", file, `rubrik=${title}`, "vackt_av=Samordnaren");
  return { file };
}, async (window, { file }) => {
  await (await named(window, "#list .papers > ul > li > button", "Dagordning", 15_000)).click();
  await named(window, ".lists section .link", "Sätt upp Nationell");
  assert.equal((await window.findAll(".lists section .link")).length, 3);
  await window.run("document.querySelector('.lists section .link').focus()");
  // Twice at once: the second press meets the next matter, and no matter comes twice.
  await window.hurry(30, Key.Enter, Key.Enter);
  assert.match(await (await window.focused()).label(), /^Sätt upp/);
  for (const title of ["Nationell statistik", "Gemensam jour"]) await named(window, ".list .item", title, 15_000);
  await window.until("one that waits", async () => (await window.findAll(".lists section .link")).length === 1);
  assert.equal((await window.findAll("[role=alert]")).length, 0);
  assert.match(await (await window.focused()).label(), /^Sätt upp Ny/);
  await picture(window, "agenda-taken-up-1440-light");
  await window.press(Key.Enter);
  await named(window, ".lists section p", "Inga ärenden väntar");
  assert.equal(await window.run("return document.activeElement.matches('.lists section')"), true);
  await window.close();
  const agenda = (await list(file)).find(({ concept }) => concept === "meeting");
  const text = await missiv("show", file, agenda.id);
  assert.equal(text.match(/Nationell statistik/g).length, text.match(/Gemensam jour/g).length);
});
