// Pictures of every view in the two sizes that are looked at (target/screenshots), and those that the help and docs/pictures
// show. `cargo xtask pictures` runs it.
import { copyFile, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { dispute, isPrinted, named, open, openDocument, press, sample } from "./app.mjs";
import { Key } from "./driver.mjs";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SIZES = [[1440, 900], [800, 600]];
/** Small enough to be read in the help, large enough for all three panes. */
const HELP = [1240, 760];

const PLAN = "Handlingsplan 2025";
const go = (window, words) => named(window, ".way", words).then((way) => way.click());
const escape = (window) => window.press(Key.Escape);
const dialog = (window) => window.until("a dialog", () => window.find("dialog[open]"));

/** Each view: how one comes there, what is then waited for, and how one leaves it. */
const VIEWS = {
  year: { come: (window) => go(window, "Året"), see: ".docs" },
  document: { come: async (window) => {
    await openDocument(window, PLAN);
    await press(window, "Mål");
  }, see: "#form", printed: true },
  report: { come: (window) => openDocument(window, "Halvår"), see: "#form", printed: true },
  checks: { come: async (window) => {
    await openDocument(window, "2031");
    await go(window, "Kontroll");
  }, see: ".jump" },
  conflicts: { come: (window) => go(window, "Konflikter"), see: ".quote" },
  history: { come: async (window) => {
    await openDocument(window, PLAN);
    await go(window, "Historik");
  }, see: ".history ol li" },
  returns: { come: async (window) => {
    await openDocument(window, "Halvår");
    await go(window, "Underlag");
  }, see: "textarea.mail" },
  packs: { come: (window) => go(window, "Mallar"), see: ".packs tbody tr" },
  memo: { come: async (window) => {
    await openDocument(window, "Missiv");
    await press(window, "Förslag till beslut");
  }, see: ".phrase, details", printed: true },
  attachments: { come: async (window) => {
    await openDocument(window, "Missiv");
    await press(window, "Bilagor");
  }, see: ".files", printed: true },
  submit: { come: async (window) => {
    await openDocument(window, "2031");
    await (await window.find("header summary")).click();
    await press(window, "Lämna in …");
  }, see: ".blocked", leave: escape },
  activity: { come: async (window) => {
    await openDocument(window, PLAN);
    await (await named(window, ".list .item", "Utbildning i samordnad")).click();
  }, see: "#form", printed: true },
  group: { come: (window) => go(window, "Grupp"), see: ".terms tbody tr" },
  people: { come: async (window) => {
    await go(window, "Grupp");
    await press(window, "Personer");
  }, see: ".list .item" },
  logos: { come: async (window) => {
    await go(window, "Grupp");
    await press(window, "Namn och adress");
  }, see: "#form .field" },
  palette: { come: (window) => window.press([Key.Control, "k"]), see: "dialog li", leave: escape },
  shortcuts: { come: (window) => window.press([Key.Control, "/"]), see: "dialog td", leave: escape },
  help: { come: (window) => window.press(Key.F1), see: "dialog section p", leave: escape },
  about: { come: async (window) => {
    await window.press([Key.Control, "k"]);
    await dialog(window);
    await window.press(..."om missiv");
    await window.press(Key.Enter);
  }, see: "dialog details", leave: escape },
};

/** The views that the help shows, under the names that it has for them. */
const SHOWN = { year: "year", document: "document", checks: "checks", conflicts: "conflict" };

async function take(window, name, [width, height], { see, printed }) {
  await window.resize(width, height);
  await window.until(`what ${name} shows`, () => window.find(see));
  if (printed && width > 1200) await isPrinted(window, 1).catch(() => {});
  // A caret blinks and a notice goes: neither belongs in a picture.
  await window.run("document.activeElement?.matches('dialog *') || document.activeElement?.blur()");
  await window.runAsync("const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))");
  const file = at(`target/screenshots/${name}-${width}.png`);
  await window.screenshot(file);
  return file;
}

await mkdir(at("target/screenshots"), { recursive: true });

async function start() {
  const window = await open({ dialogs: [] });
  try {
    for (const size of SIZES) await take(window, "start", size, { see: "h1" });
    await copyFile(await take(window, "start", [900, 620], { see: "h1" }), at("assets/help/start.png"));
    await press(window, "Ny arbetsfil");
    for (const size of SIZES) await take(window, "new", size, { see: "form" });
  } finally {
    await window.close();
  }
}

/** Says who works, as everybody does once. */
async function beSomebody(window) {
  await window.until("the people of the group", () => window.find(".who select option:not([value=''])"));
  await window.run("const me = document.querySelector('.who select'); me.selectedIndex = [...me.options].findIndex(({ text }) => text.includes('processtöd') || text.includes('Processtöd')); me.dispatchEvent(new Event('change', { bubbles: true }))");
  await window.until("who works", () => window.run("return !document.querySelector('.nobody')"));
}

async function views() {
  const file = await sample();
  await dispute(file);
  const window = await open({ file, dialogs: [] });
  try {
    await beSomebody(window);
    for (const [name, view] of Object.entries(VIEWS)) {
      await window.resize(...SIZES[0]);
      await view.come(window);
      for (const size of SIZES) await take(window, name, size, view);
      if (SHOWN[name]) await copyFile(await take(window, name, HELP, view), at(`assets/help/${SHOWN[name]}.png`));
      await view.leave?.(window);
      console.log(name);
    }
  } finally {
    await window.close();
  }
}

await start();
await views();
await copyFile(at("target/screenshots/document-1440.png"), at("docs/pictures/window.png"));
