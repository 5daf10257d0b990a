// What the commands of meetings, matters and promises serve: as in serves.mjs, each from a file of its own kind.
import { fill, go, named, press } from "./app.mjs";
import { openNotes } from "./meeting.mjs";

const seen = (window, css, patience) => window.until(css, () => window.find(css), patience);
const fresh = async (window, words) => {
  await go(window, "Året");
  await go(window, words);
};
const form = (window, patience) => seen(window, "#list [aria-current=page] + ul", patience);

/** The commands in the order in which a meeting needs them; each leaves behind what the next begins with. */
export const MEETINGS = {
  plan_meetings: {
    open: async (window) => {
      await go(window, "Möten");
      await press(window, "Planera");
      await fill(window, "#plan-days", "24 april");
    },
    see: async (window, patience) => {
      await press(window, "Lägg in mötena");
      await seen(window, ".month .row", patience);
    },
  },
  meetings: {
    see: async (window, patience) => {
      await fresh(window, "Möten");
      await seen(window, ".month .row", patience);
    },
  },
  begin_register: {
    open: (window) => go(window, "Ärenden"),
    see: async (window, patience) => {
      await press(window, "Nytt ärende");
      await seen(window, "dialog input", patience);
    },
  },
  add_matter: {
    open: async (window) => {
      await fill(window, "dialog input", "Gemensam utbildning");
    },
    see: async (window, patience) => {
      await press(window, "Lägg till ärendet");
      await seen(window, ".matters tbody tr", patience);
    },
  },
  matters: {
    see: async (window, patience) => {
      await fresh(window, "Ärenden");
      await seen(window, ".matters tbody tr", patience);
    },
  },
  begin_agenda: {
    open: (window) => go(window, "Möten"),
    see: async (window, patience) => {
      await (await named(window, ".steps button", "Börja på dagordningen Socialchefsgruppen", patience)).click();
      await form(window, patience);
    },
  },
  take_up: {
    open: (window) => named(window, "#list ul ul button, #list button", "Ärenden").then(() => named(window, "section ul .link", "Sätt upp Gemensam")),
    see: async (window, patience) => {
      await (await named(window, "section ul .link", "Sätt upp Gemensam", patience)).click();
      await named(window, ".list .item", "Gemensam utbildning", patience);
    },
  },
  mail_draft: {
    open: (window) => go(window, "Möten"),
    see: async (window, patience) => {
      await (await named(window, ".steps .link", "Mejla kallelsen", patience)).click();
      await window.until("where the mail is", async () => (await (await window.find("p[role=status]")).text()).startsWith("Mejlet ligger"), patience && 15 * patience);
    },
  },
  begin_notes: {
    open: (window) => go(window, "Möten"),
    see: async (window, patience) => {
      await (await named(window, ".steps button", "Börja på anteckningarna Socialchefsgruppen", patience)).click();
      await seen(window, "nav.list[aria-label='Anteckningarnas delar']", patience);
    },
  },
  inform: {
    open: async (window) => {
      await go(window, "Ärenden");
      await press(window, "Nytt ärende");
      await seen(window, "dialog input");
      await fill(window, "dialog input", "Nationell statistik");
      await press(window, "Lägg till ärendet");
      await (await named(window, ".acts .link", "Anteckna att det skickats som information")).click();
      await fill(window, "dialog textarea", "Socialchefsgruppen");
    },
    see: async (window, patience) => {
      await (await named(window, "dialog button[type=submit]", "Anteckna")).click();
      await named(window, ".matters .filter label", "Skickade som information 1", patience);
    },
  },
  begin_memo: {
    open: (window) => go(window, "Ärenden"),
    see: async (window, patience) => {
      await (await named(window, ".acts .link", "Börja på ett missiv Gemensam", patience)).click();
      await (await named(window, "dialog button[type=submit]", "Börja på ett missiv", patience)).click();
      await form(window, patience);
    },
  },
};

/** Those that begin with notes in which something was decided and promised. */
export const NOTED = {
  begin_poll: {
    open: async (window) => {
      await openNotes(window);
      await (await named(window, ".list .item", "Gemensam utbildning")).click();
      await named(window, "#form button", "Fråga dem");
    },
    see: async (window, patience) => {
      await (await named(window, "#form button", "Fråga dem", patience)).click();
      await named(window, "#list [aria-current=page]", "Svarssammanställning", patience);
    },
  },
  actions: {
    see: async (window, patience) => {
      await fresh(window, "Uppdrag");
      await named(window, ".actions tbody th", "Skicka kursplanen", patience);
    },
  },
  close_action: {
    open: async (window) => {
      await fresh(window, "Uppdrag");
      await (await named(window, ".actions .end button", "Gjord: Skicka")).click();
      await fill(window, "dialog textarea", "Skickad till alla.");
    },
    see: async (window, patience) => {
      await press(window, "Anteckna som gjord");
      await seen(window, ".actions details", patience);
    },
  },
};

/** Those of bodies whose members bring meetings home, or write by turns. */
export const HOME = {
  at_home: {
    see: async (window, patience) => {
      await fresh(window, "Uppdrag");
      await seen(window, "#home-h", patience);
    },
  },
  brought_home: {
    open: (window) => fresh(window, "Uppdrag"),
    see: async (window, patience) => {
      const before = (await window.findAll("aside section .link")).length;
      await (await named(window, "aside .link", "har förankrat hemma", patience)).click();
      await window.until("one less", async () => (await window.findAll("aside section .link")).length < before, patience);
    },
  },
};

/** Whose turn it is to write, in bodies that take turns. */
export const TURNS = {
  secretary_of: {
    open: async (window) => {
      await openNotes(window);
      await (await named(window, ".list .item", "Närvaro")).click();
      await seen(window, ".attendance [role=radiogroup] input");
    },
    // The municipality whose turn it was is absent: the next one that is there has its turn.
    see: async (window, patience) => {
      for (const digits of [["1", "1"], ["4"]]) {
        await window.run("document.querySelector('.attendance [role=radiogroup] input').focus()");
        await window.press(...digits);
      }
      await named(window, ".attendance p", "På tur att skriva", patience);
    },
  },
};
