// What the commands of the other views serve: as in serves.mjs.
import { documents, fill, focusField, go, isSaved, leave, named, openDocument, press, type } from "./app.mjs";
import { Key } from "./driver.mjs";

const seen = (window, css, patience) => window.until(css, () => window.find(css), patience);

/** Opens a formal act's dialog, does it, and waits until it is noted. */
const act = (words, button, fields, title = "Handlingsplan 2025") => ({
  open: async (window) => {
    await openDocument(window, title);
    await (await window.find("header summary")).click();
    await press(window, words);
  },
  see: async (window, patience) => {
    for (const [css, text] of Object.entries(fields)) await fill(window, css, text);
    try {
      await (await named(window, "dialog button[type=submit]", button)).click();
      await window.until("that it is noted", async () => (await window.findAll("dialog")).length === 0, patience);
    } finally {
      await leave(window);
    }
  },
});

const said = (words) => async (window, patience) => {
  await press(window, words);
  await window.until("what was done", async () => (await (await window.find("p[role=status]")).text()) !== "", patience);
};

export const STARTS = {
  profiles: { isEmpty: true, see: async (window, patience) => {
    await press(window, "Ny arbetsfil");
    await seen(window, "form select option:not([disabled])", patience);
  } },
  recent: { isEmpty: true, see: (window, patience) => seen(window, ".recent", patience) },
  open_recent: { isEmpty: true, see: async (window, patience) => {
    await (await window.until("a recent file", () => window.find(".recent"))).click();
    await documents(window, patience);
  } },
  create: { isEmpty: true, see: async (window, patience) => {
    await press(window, "Ny arbetsfil");
    await seen(window, "form select option:not([disabled])");
    await fill(window, "form input", "Gruppen");
    await press(window, "Välj var");
    await seen(window, "#list", patience);
  } },
  open_sample: { isEmpty: true, see: async (window, patience) => {
    await press(window, "exempelår");
    await documents(window, patience);
  } },
  people: { see: (window, patience) => seen(window, ".group option:nth-child(2)", patience) },
  year: { see: (window, patience) => seen(window, ".docs tbody tr", patience) },
};

export const MORE = {
  act_as: { see: async (window, patience) => {
    await window.run("const select = document.querySelector('.group select'); select.selectedIndex = 2; select.dispatchEvent(new Event('change', { bubbles: true }))");
    await go(window, "Konflikter");
    await go(window, "Året");
    await window.until("who one is", () => window.run("return document.querySelector('.group select').selectedIndex === 2 && !document.querySelector('[role=alert]')"), patience);
  } },
  begin: {
    open: (window) => go(window, "Året"),
    see: async (window, patience) => {
      await (await window.until("something to begin", () => named(window, ".docs .link", "Börja"))).click();
      await window.until("a form", () => window.find("#form"), patience);
    },
  },
  carry_over: {
    open: async (window) => {
      await go(window, "Året");
      await press(window, "2026");
    },
    see: async (window, patience) => {
      await (await named(window, ".docs .link", "från förra året")).click();
      await window.until("a form", () => window.find("#form"), patience);
    },
  },
  add_picture: {
    open: async (window) => {
      await go(window, "Grupp");
      await press(window, "Namn och adress");
    },
    see: async (window, patience) => {
      await press(window, "Lägg till en bild");
      await window.until("the picture", () => window.find("li.pictures"), patience);
    },
  },
  terms: { see: async (window, patience) => {
    await go(window, "Grupp");
    await seen(window, "#terms-h", patience);
  } },
  save_calendar: { see: async (window, patience) => {
    await window.press([Key.Control, "k"]);
    await fill(window, "dialog input", "kalender");
    await window.press(Key.Enter);
    await window.until("what was saved", async () => (await (await window.find("p[role=status]")).text()).includes("sparad"), patience);
  } },
  picture: {
    open: (window) => go(window, "Året"),
    see: async (window, patience) => {
      await go(window, "Grupp");
      await press(window, "Namn och adress");
      await seen(window, ".pictures img", patience);
    },
  },
  attach_file: {
    open: async (window) => {
      await openDocument(window, "Missiv");
      await press(window, "Bilagor");
    },
    see: async (window, patience) => {
      const rows = async () => (await window.findAll(".control li .files input")).length;
      const before = await rows();
      await press(window, "Bifoga en PDF");
      await window.until("the row", async () => (await rows()) > before, patience);
    },
  },
  doubt_adoption: {
    open: async (window) => {
      await openDocument(window, "Årsrapport 2025");
      await (await window.find("header summary")).click();
      await press(window, "Fastställ …");
    },
    see: async (window, patience) => {
      await fill(window, "dialog input", "Ett påhittat organ");
      try {
        await seen(window, "#act-doubt .help", patience);
      } finally {
        await leave(window);
      }
    },
  },
  steps: { see: async (window, patience) => {
    await go(window, "Historik");
    await seen(window, ".history ol li", patience);
  } },
  compare: {
    open: (window) => go(window, "Historik"),
    see: async (window, patience) => {
      await fill(window, "#compare-from", "2020-01-01");
      await press(window, "Visa vad som skiljer");
      await seen(window, ".history [role=status]", patience);
    },
  },
  restore_before: {
    open: (window) => go(window, "Historik"),
    see: async (window, patience) => {
      const count = async () => (await window.findAll(".history ol > li")).length;
      await seen(window, ".history .edit .link");
      const before = await count();
      await (await window.find(".history .edit .link")).click();
      await window.until("one step more", async () => (await count()) > before, patience);
    },
  },
  conflicts: { see: async (window, patience) => {
    await go(window, "Konflikter");
    await window.until("that there are some", () => window.find(".two"), patience);
  } },
  resolve: {
    open: (window) => go(window, "Konflikter"),
    see: async (window, patience) => {
      await press(window, "Behåll det som");
      await window.until("that there is none", () => named(window, "h2", "Inga konflikter", 100), patience);
    },
  },
  merge_dialog: { open: (window) => go(window, "Konflikter"), see: said("Läs in en kollegas kopia") },
  copy_dialog: { open: (window) => go(window, "Konflikter"), see: said("Spara en kopia att lämna") },
  search: { see: async (window, patience) => {
    await window.press([Key.Control, "k"]);
    try {
      await fill(window, "dialog input", "utskrivning");
      await window.until("a text that was found", () => named(window, "dialog li", "utskrivning", 100), patience);
    } finally {
      await leave(window);
    }
  } },
  export_dialog: { see: async (window, patience) => {
    await press(window, "Exportera PDF");
    await seen(window, ".exported", patience);
  } },
  export_folder: {
    open: async (window) => {
      await (await window.find("header summary")).click();
      await press(window, "Exportera flera");
    },
    see: async (window, patience) => {
      await (await named(window, "dialog button", "Välj mapp")).click();
      try {
        await seen(window, ".exported", patience);
      } finally {
        await leave(window);
      }
    },
  },
  export_edition: {
    open: async (window) => {
      await openDocument(window, "Handlingsplan 2025");
      await go(window, "Historik");
    },
    see: async (window, patience) => {
      await press(window, "Exportera 1.0");
      await seen(window, ".exported", patience);
    },
  },
  submit: {
    ...act("Lämna in …", "Lämna in", {}),
    // What is handed in as it stands is not handed in again.
    open: async (window) => {
      await openDocument(window, "Handlingsplan 2025");
      await press(window, "Sammanfattning");
      await focusField(window, "Sammanfattning");
      await type(window, "Mer.");
      await isSaved(window);
      await (await window.find("header summary")).click();
      await press(window, "Lämna in …");
    },
  },
  adopt: act("Fastställ …", "Fastställ", { "dialog input": "Strategisk nivå", "dialog input.short": "1/12" }, "Årsrapport 2025"),
  send: act("Anteckna att det skickats", "Anteckna", { "dialog textarea": "Strategisk nivå" }),
  remit: act("Anteckna återremiss", "Anteckna återremissen", { "dialog input": "Strategisk nivå", "dialog textarea": "Mer", "dialog input.short": "1/12" }),
  register: act("Anteckna diarienummer", "Anteckna numret", { "dialog label:nth-of-type(2) input": "RS 1" }),
};
