// What a person does in the window, in the real one.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import {
  documents, isAccessible, isPrinted, letters, open, openDocument, pageCount, picture, press, readAsText, sample, told,
} from "./app.mjs";
import { Key } from "./driver.mjs";

const SIZES = [[1440, 900], [800, 600], [640, 480]];

const STATES = { draft: "Utkast", submitted: "Förslag", adopted: "Fastställd" };

let file;
let papers;
/** The place in the list of the longest paper. */
let longest;
before(async () => {
  file = await sample();
  // Before a window holds the file.
  papers = await told(file);
  longest = papers.reduce((best, { pages }, i) => (pages > papers[best].pages ? i : best), 0);
  assert.ok(papers[longest].pages > 3, "the sample has a paper of more than three pages");
});

/** Runs tests in one window, which is closed after them. */
function inWindow(what, options, tests) {
  describe(what, () => {
    let window;
    before(async () => {
      window = await open(options());
    });
    after(() => window?.close());
    tests((name, body) => test(name, () => body(window)));
  });
}

const heading = async (window) => (await window.find("h1")).text();

inWindow("the sample", () => ({ file }), (test) => {
  test("lists the documents that the command lists, with states and faults in words", async (window) => {
    const lines = await documents(window);
    assert.equal(lines.length, papers.length);
    for (const [i, { title, state, blocking }] of papers.entries()) {
      assert.ok(letters(lines[i]).startsWith(letters(title)), `${lines[i]} is not ${title}`);
      assert.ok(lines[i].includes(STATES[state]), `${lines[i]} is not ${state}`);
      assert.equal(lines[i].includes(`${blocking} saker hindrar inlämning`), blocking > 1);
    }
    assert.ok(papers.some(({ blocking }) => blocking > 1), "something is unfinished");
  });

  test("opens another document by the keyboard, with focus to be seen", async (window) => {
    await window.run("document.activeElement?.blur()");
    await tabTo(window, "", `#list .papers > ul > li:nth-child(${longest + 1}) > button`);
    assert.equal(await window.run("return getComputedStyle(document.activeElement).outlineWidth"), "2px");
    await window.press(Key.Enter);
    await window.until("its heading", async () => letters(await heading(window)) === letters(papers[longest].title));
    await isPrinted(window, 1);
  });

  test("has as many pages as the exported PDF", async (window) => {
    assert.equal(await pageCount(window), papers[longest].pages);
  });

  test("prints the pages near what is seen, and fetches no other", async (window) => {
    const count = await pageCount(window);
    await isPrinted(window, 1);
    const fetched = (await window.findAll(".sheet img")).length;
    assert.ok(fetched < count, `${fetched} of ${count} pages were fetched`);
  });

  test("goes to the last page by the keyboard", async (window) => {
    const count = await pageCount(window);
    await (await window.find("section.form button")).click();
    await window.press(Key.F6);
    assert.equal(await (await window.focused()).label(), "Sidorna som de skrivs ut");
    await window.press(Key.End);
    await isPrinted(window, count);
    await window.until("the last page's number", async () =>
      (await (await window.find(".paper .place")).text()) === `Sida ${count} av ${count}`);
    await window.press(Key.Home);
  });

  test("steps from page to page by buttons", async (window) => {
    await isPrinted(window, 1);
    await (await window.find("button[aria-label='Nästa sida']")).click();
    await window.until("page 2", async () => (await (await window.find(".paper .place")).text()).startsWith("Sida 2 "));
  });

  test("enlarges the page by each step, with the same place in the middle, and none of it out of reach", async (window) => {
    const look = () => window.run(`
      const [pane, sheets] = [document.querySelector(".paper .pane"), [...document.querySelectorAll(".sheet")]];
      const box = (element) => element.getBoundingClientRect();
      const middle = box(pane).top + pane.clientHeight / 2;
      const at = sheets.findLastIndex((sheet) => box(sheet).top < middle);
      const { top, left, width, height } = box(sheets[at]);
      return { width, page: at + 1, share: (middle - top) / height, begins: left - box(pane).left + pane.scrollLeft };
    `);
    let before = await look();
    for (const percent of [150, 200, 300]) {
      await press(window, "Zooma in");
      await window.until(`${percent} %`, async () => (await (await window.find(".paper .tools")).text()).includes(`${percent} %`));
      const now = await look();
      assert.ok(now.width > before.width, `${now.width} is not more than ${before.width}`);
      assert.ok(now.begins >= 0, `the page begins at ${now.begins}`);
      assert.equal(now.page, before.page);
      assert.ok(Math.abs(now.share - before.share) < 0.02, `${now.share} is not ${before.share}`);
      assert.match(await (await window.find(".paper .place")).text(), new RegExp(`^Sida ${now.page} `));
      before = now;
    }
    for (let step = 0; step < 3; step++) await press(window, "Zooma ut");
  });

  test("reads the document as text, all of it", async (window) => {
    // The numbers of a list are drawn, and stand in no text of the window.
    const unnumbered = papers[longest].text.replace(/^\s*\d+\. /gm, "");
    assert.equal(letters(await readAsText(window)), letters(unnumbered));
    await (await window.find(".paper .tools button[aria-pressed]")).click();
  });

  test("hides the pictures from assistive technology and names their region", async (window) => {
    await isPrinted(window, 1);
    const region = await window.find(".paper [role=region]");
    assert.equal(await region.label(), "Sidorna som de skrivs ut");
    assert.equal((await window.findAll(".sheets[aria-hidden=true] img")).length > 0, true);
  });
});

inWindow("a narrow window", () => ({ file }), (test) => {
  test("hides the list behind a button that Escape comes back to", async (window) => {
    await openLongest(window);
    await window.resize(640, 480);
    await showPage(window);
    assert.equal(await window.run("return document.documentElement.scrollWidth > innerWidth"), false);
    const menu = await window.find("header button");
    await menu.click();
    await documents(window);
    await picture(window, "list-640-light");
    await window.press(Key.Escape);
    assert.equal(await (await window.focused()).label(), "Visa dokument och vyer");
  });
});

inWindow("an empty window", () => ({ dialogs: ["", "nowhere.missiv", file] }), (test) => {
  test("says what to do next", async (window) => {
    await window.until("the heading", async () => (await heading(window)) === "Öppna gruppens arbetsfil");
  });

  test("stays when the person cancels", async (window) => {
    await window.press([Key.Control, "o"]);
    assert.equal(await heading(window), "Öppna gruppens arbetsfil");
    assert.deepEqual(await window.findAll("[role=alert]"), []);
  });

  test("says why a file cannot be opened", async (window) => {
    await press(window, "Öppna …");
    const alert = await window.until("the sentence", () => window.find("[role=alert]"));
    assert.match(await alert.text(), /nowhere\.missiv/);
    await isAccessible(window);
    await picture(window, "error-1440-light");
  });

  test("opens the chosen file", async (window) => {
    await window.press([Key.Control, "o"]);
    assert.ok((await documents(window)).length >= 2);
    await openLongest(window);
    await isPrinted(window, 1);
  });

  test("leads from it to the ways to another file, and back", async (window) => {
    await window.press([Key.Control, "n"]);
    await window.until("the ways", async () => (await heading(window)) === "Öppna gruppens arbetsfil");
    assert.match(await (await window.focused()).text(), /Ny arbetsfil/);
    await isAccessible(window);
    await picture(window, "start-again-1440-light");
    await press(window, "Tillbaka till");
    assert.ok((await documents(window)).length >= 2);
  });
});

for (const theme of ["light", "dark"]) {
  inWindow(`${theme}, seen by axe`, () => ({ file, theme }), (test) => {
    for (const [width, height] of SIZES) {
      test(`pages at ${width}`, async (window) => {
        await window.resize(1440, 900);
        await openLongest(window);
        await window.resize(width, height);
        assert.equal(await window.run("return matchMedia('(prefers-color-scheme: dark)').matches"), theme === "dark");
        await window.until("a form", () => window.find("#form"));
        await isAccessible(window);
        await picture(window, `document-${width}-${theme}`);
        await showPage(window);
        await isAccessible(window);
        await picture(window, `pages-${width}-${theme}`);
        if (width < 1200) await (await window.find("header button[aria-pressed]")).click();
      });
    }

    test("text", async (window) => {
      await window.resize(1440, 900);
      await showPage(window);
      await readAsText(window);
      await isAccessible(window);
      await picture(window, `text-1440-${theme}`);
    });
  });

  inWindow(`${theme}, before a file is open`, () => ({ theme }), (test) => {
    test("start", async (window) => {
      await window.until("the heading", () => heading(window));
      await isAccessible(window);
      await picture(window, `start-1440-${theme}`);
    });
  });
}

const openLongest = (window) => openDocument(window, papers[longest].title.split(" –")[0]);

/** Shows the first page, in a window where the form may have its place. */
async function showPage(window) {
  const button = await window.until("the button for the page", () => window.find("header button[aria-pressed]"));
  if ((await button.attribute("aria-pressed")) !== "true") await button.click();
  await isPrinted(window, 1);
}

/** Presses Tab until the focus is on an element with this name, or on the one that `css` finds. */
async function tabTo(window, name, css) {
  for (let presses = 0; presses < 40; presses++) {
    await window.press(Key.Tab);
    const isThere = css
      ? await window.run(`return document.activeElement === document.querySelector("${css}")`)
      : (await (await window.focused()).label()) === name;
    if (isThere) return;
  }
  assert.fail(`Tab does not lead to ${css ?? name}`);
}
