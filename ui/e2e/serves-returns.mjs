// What the commands of Underlag, the templates and the copies beside the file serve: as in serves.mjs.
import { fill, go, named, openDocument, press } from "./app.mjs";

const seen = (window, css, patience) => window.until(css, () => window.find(css), patience);

/** Opens the Underlag of the half-year report, with an answer to its first question of money. */
const asked = async (window) => {
  await openDocument(window, "Halvårsrapport 2025");
  await go(window, "Underlag");
  await seen(window, "textarea.mail");
  const key = await window.run("return /\\[([A-Z]{6})\\] Utfall/.exec(document.querySelector('textarea.mail').value)[1]");
  await fill(window, "#answer", `[${key}]\nSvar: 4711`);
};

const packs = (window) => go(window, "Mallar").then(() => seen(window, ".packs tbody tr"));

export const RETURNS = {
  returns: {
    open: (window) => openDocument(window, "Halvårsrapport 2025"),
    see: async (window, patience) => {
      await go(window, "Underlag");
      await seen(window, "textarea.mail", patience);
    },
  },
  read_answers: { open: asked, see: async (window, patience) => {
    await press(window, "Läs av svaret");
    await seen(window, ".preview", patience);
  } },
  take_answers: {
    open: async (window) => {
      await asked(window);
      await press(window, "Läs av svaret");
      await seen(window, ".preview");
    },
    see: async (window, patience) => {
      await press(window, "För in 1 svar");
      await window.until("that it is written", async () => (await window.findAll(".preview")).length === 0, patience);
    },
  },
  packs: { see: async (window, patience) => {
    await go(window, "Mallar");
    await seen(window, ".packs tbody tr", patience);
  } },
  load_pack: { open: packs, see: async (window, patience) => {
    await press(window, "Läs in en zip-fil");
    await seen(window, ".report", patience);
  } },
  prefill: { see: async (window, patience) => {
    await (await window.find("header summary")).click();
    await press(window, "Fyll i ur tidplanen");
    // Nobody has handed out a tidplan for that year.
    await window.until("that there is none", async () => /tidplan/i.test(await (await window.find(".fault .notice")).text()), patience);
  } },
  check_pack: { open: packs, see: async (window, patience) => {
    await (await named(window, ".packs td button", "Kontrollera")).click();
    await seen(window, ".report", patience);
  } },
  copy_pack: { open: packs, see: async (window, patience) => {
    await (await named(window, ".packs td button", "Kopiera ut")).click();
    await window.until("that it is copied", async () => (await (await window.find("p[role=status]")).text()).includes("är kopierad"), patience);
  } },
};

/** What needs a copy beside the file, in a window of its own. */
export const BESIDE = {
  copies_beside: { see: (window, patience) => seen(window, ".beside", patience) },
  merge_beside: { see: async (window, patience) => {
    await seen(window, ".beside");
    await press(window, "Läs in kopian");
    await window.until("what came", async () => (await (await window.find("p[role=status]")).text()) !== "", patience);
  } },
};
