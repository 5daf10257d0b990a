// What each command serves: the steps to it, and what is then seen. Without the command it must not be seen.
import { documents, focusField, isPrinted, leave, named, pageCount, press, readAsText, type } from "./app.mjs";
import { Key } from "./driver.mjs";
import { MORE, STARTS } from "./serves-more.mjs";
import { BESIDE, RETURNS } from "./serves-returns.mjs";

const titles = (window) => window.run("return [...document.querySelectorAll('.list .item .t')].map((title) => title.innerText)");

/** Rows that the file knows: how far they have come is said of no others. */
const known = (window) => window.run("return document.querySelectorAll('.list .item:has(.s)').length");

const count = (window, wanted, patience) =>
  window.until(`${wanted} objects`, async () => (await titles(window)).length === wanted, patience);

/** The commands without which a window shows nothing: each is tried in a window of its own. */
export const START = {
  ...STARTS,
  ...BESIDE,
  current: { see: documents },
  documents: { see: documents },
  document: {
    see: async (window, patience) => {
      await documents(window);
      await (await window.findAll("#list .papers > ul > li > button"))[0].click();
      await window.until("a form", () => window.find("#form"), patience);
    },
  },
  open_dialog: {
    dialogs: (file) => [file],
    see: async (window, patience) => {
      await window.press([Key.Control, "o"]);
      await documents(window, patience);
    },
  },
};

let objects = 0;

/** Whatever was shown before: a text that is still there would pass for a new one. */
async function asPages(window) {
  const state = () => window.run("return document.querySelector('.paper .tools button[aria-pressed]')?.ariaPressed");
  if ((await window.until("the pages' tools", state)) === "true") await press(window, "Läs som text");
  await window.until("the pages", async () => (await state()) === "false" && (await window.run("return !document.querySelector('.paper article')")));
}

/** The others, tried one after the other in one window. */
export const SERVES = {
  pages: {
    open: (window) => press(window, "Läs som text"),
    see: async (window, patience) => {
      await press(window, "Läs som text");
      await pageCount(window, patience);
    },
  },
  page: { open: (window) => press(window, "Läs som text"), see: async (window, patience) => {
    await press(window, "Läs som text");
    await isPrinted(window, 1, patience);
  } },
  text: { open: asPages, see: readAsText },
  add_object: {
    open: async (window) => void (objects = await known(window)),
    see: async (window, patience) => {
      await press(window, "Lägg till mål");
      await window.until("a goal that the file has", async () => (await known(window)) === objects + 1, patience);
    },
  },
  write_field: {
    open: async (window) => {
      objects = (await titles(window)).length;
      await press(window, "Lägg till mål");
      await count(window, ++objects, 5000);
    },
    see: async (window, patience) => {
      await focusField(window, "Mål");
      await type(window, "Ett mål");
      await window.until("its title in the list", async () => (await titles(window)).includes("Ett mål"), patience);
    },
  },
  spots: {
    see: async (window, patience) => {
      await isPrinted(window, 1);
      await focusField(window, "Mål");
      await window.until("the field's place", () => window.find(".here"), patience);
    },
  },
  undo: {
    open: (window) => window.run("document.activeElement?.blur()"),
    see: async (window, patience) => {
      await window.press([Key.Control, "z"]);
      await window.until("what was undone", async () => (await (await window.find(".told")).text()).startsWith("Ångrade"), patience);
    },
  },
  redo: {
    open: async (window) => {
      await window.run("document.activeElement?.blur()");
      await window.press([Key.Control, "z"]);
      await window.until("what was undone", async () => (await (await window.find(".told")).text()).startsWith("Ångrade"));
    },
    see: async (window, patience) => {
      await window.press([Key.Control, "y"]);
      await window.until("what was redone", async () => (await (await window.find(".told")).text()).startsWith("Gjorde om"), patience);
    },
  },
  duplicate_object: {
    open: async (window) => void (objects = (await titles(window)).length),
    see: async (window, patience) => {
      await press(window, "Gör en kopia");
      await count(window, objects + 1, patience);
    },
  },
  move_object: {
    open: async (window) => {
      await press(window, "Lägg till mål");
      await window.until("the second goal", async () => (await titles(window)).length === objects + 1);
    },
    see: async (window, patience) => {
      const before = await (await named(window, ".detail h2", "Mål")).text();
      await press(window, "Flytta upp");
      await window.until("another number", async () => (await (await window.find(".detail h2")).text()) !== before, patience);
    },
  },
  paste_table: {
    open: async (window) => void (objects = (await titles(window)).length),
    see: async (window, patience) => {
      await press(window, "Klistra in aktiviteter");
      await window.run("const area = document.querySelector('dialog textarea'); area.value = 'Ett\\nTvå'; area.dispatchEvent(new Event('input', { bubbles: true }))");
      await press(window, "Lägg till raderna");
      try {
        await count(window, objects + 2, patience);
      } finally {
        await leave(window);
      }
    },
  },
  mark_done: {
    see: async (window, patience) => {
      await press(window, "Klarmarkera");
      await window.until("the mark", () => window.pick("return [...document.querySelectorAll('.footer button')].find(({ innerText }) => innerText === 'Ta bort klarmarkeringen')"), patience);
    },
  },
  remove_object: {
    open: async (window) => void (objects = (await titles(window)).length),
    see: async (window, patience) => {
      await press(window, "Ta bort mål");
      await window.until("one object less", async () => (await titles(window)).length < objects, patience);
    },
  },
  ...MORE,
  ...RETURNS,
  begin_memo_about: { see: async (window, patience) => {
    await (await window.find("header summary")).click();
    await press(window, "Skriv eller öppna missivet");
    await named(window, "h1", "Missiv", patience);
  } },
};
