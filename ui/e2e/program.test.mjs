// The program itself, in the real window: that it is one, that it ends well, and what a bug leaves.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { MISSIV_APP, documents, focusField, homes, isAccessible, isSaved, list, logs, missiv, named, open, openDocument, opener, picture, press, sample, scratch, type, way } from "./app.mjs";
import { Key } from "./driver.mjs";

const SECRET = "Hemligheten står bara i dokumentet.";

/** Everything that stands in the logs, and nothing while there are none. */
async function logged(config) {
  const names = await readdir(logs(config)).catch(() => []);
  return (await Promise.all(names.map((name) => readFile(join(logs(config), name), "utf8")))).join("\n");
}

const plan = async (file) => (await list(file)).find(({ period }) => period === "2031");

async function write(window, text) {
  await openDocument(window, "2031");
  await press(window, "Sammanfattning");
  await focusField(window, "Sammanfattning");
  await type(window, text);
}

way("what is typed is written when the window is closed at once, and it opens as large as it was", async () => {
  const config = await scratch();
  return { file: await sample(), config, close: join(config, "close") };
}, async (window, { file, config, close }) => {
  await window.resize(1100, 700);
  await write(window, SECRET);
  await writeFile(close, "");
  await window.until("the end", async () => (await logged(config)).includes(" end\n"));
  assert.match(await missiv("show", file, (await plan(file)).id), new RegExp(SECRET));
  assert.ok(!(await logged(config)).includes("Hemligheten"), "the log quotes the document");
  assert.ok(!(await logged(config)).includes(".missiv"), "the log names a file");
  await window.close();
  const { area } = JSON.parse(await readFile(join(config, "se.missiv.Missiv", "window.json"), "utf8"));
  assert.deepEqual([area.width, area.height], [1100, 700]);
});

way("a window that was left at one size opens at it", async () => {
  const config = await scratch();
  await mkdir(join(config, "se.missiv.Missiv"), { recursive: true });
  const place = { area: { x: 30, y: 40, width: 900, height: 650 }, maximised: false };
  await writeFile(join(config, "se.missiv.Missiv", "window.json"), JSON.stringify(place));
  return { config, keepsSize: true };
}, async (window) => {
  await window.until("the size", async () => (await window.run("return [innerWidth, innerHeight]")).join() === "900,650");
});

way("everything is shown twice as large by its keys, stays within the window, and is so the next time", async () => {
  const config = await scratch();
  return { file: await sample(), config, close: join(config, "close") };
}, async (window, { file, config, close }) => {
  await openDocument(window, "2031");
  for (let step = 0; step < 5; step++) await window.press([Key.Control, "+"]);
  await window.until("the larger text", async () => (await window.run("return innerWidth")) === 720);
  await isAccessible(window);
  assert.ok(await window.run("return document.documentElement.scrollWidth <= innerWidth"), "there is something beside the window");
  await picture(window, "twice-as-large-1440-light");
  await window.press([Key.Control, "0"]);
  await window.until("the usual text", async () => (await window.run("return innerWidth")) === 1440);
  await window.press([Key.Control, "+"]);
  await window.until("one step", async () => (await window.run("return innerWidth")) < 1440);
  await writeFile(close, "");
  await window.until("the end", async () => (await logged(config)).includes(" end\n"));
  await window.close();
  const again = await open({ file, config, keepsSize: true });
  try {
    await again.until("the same step", async () => Math.abs((await again.run("return innerWidth")) * 1.1 - 1440) < 4);
  } finally {
    await again.close();
  }
});

way("a bug while writing is said, leaves a file without the text, and loses nothing", async () => {
  const config = await scratch();
  const stub = join(config, "stubbed");
  await writeFile(stub, "");
  return { file: await sample(), config, stub };
}, async (window, { file, config, stub }) => {
  await openDocument(window, "2031");
  await press(window, "Sammanfattning");
  await focusField(window, "Sammanfattning");
  await writeFile(stub, "a bug");
  await type(window, SECRET);
  await window.until("the sentence", async () => /Något gick fel i programmet/.test(await (await window.find("[role=alert]")).text()));
  await writeFile(stub, "");
  const found = await readdir(logs(config));
  assert.ok(found.some((name) => name.startsWith("crash-")), `no crash file among ${found}`);
  assert.match(await logged(config), /place: src-tauri\/src\/scripted\.rs/);
  assert.ok(!(await logged(config)).includes("Hemligheten"), "a file quotes the document");
  await window.press([Key.Control, "s"]);
  await isSaved(window);
  await window.close();
  assert.match(await missiv("show", file, (await plan(file)).id), new RegExp(SECRET));
});

way("a program that ended by a bug says so the next time, once", async () => {
  const config = await scratch();
  await mkdir(logs(config), { recursive: true });
  await writeFile(join(logs(config), "crash-2031-01-01T10.00.00.new.txt"), "a bug");
  return { file: await sample(), config };
}, async (window, { config }) => {
  const alert = await window.until("the sentence", () => window.find("[role=alert]"));
  assert.match(await alert.text(), /stängdes av ett fel förra gången/);
  assert.ok(!(await readdir(logs(config))).some((name) => name.endsWith(".new.txt")));
});

way("a bug in the page is said, and its place is in the log", async () => ({ file: await sample(), config: await scratch() }), async (window, { config }) => {
  await documents(window);
  await window.run("setTimeout(() => { throw new Error(arguments[0]) }, 0)", SECRET);
  await window.until("the sentence", () => window.find("[role=alert]"));
  await window.until("the place", async () => / page-bug line=\d+ column=\d+\n/.test(await logged(config)));
  assert.ok(!(await logged(config)).includes("Hemligheten"), "the log quotes the document");
});

way("a second start hands its file to the first and ends", async () => ({ file: await sample(), config: await scratch() }), async (window, { config }) => {
  await documents(window);
  await write(window, SECRET);
  const other = join(await scratch(), "andra.missiv");
  await missiv("new", other, "--profile", await profile(), "--group", "Den andra gruppen");
  await promisify(execFile)(MISSIV_APP, [other], { env: { ...process.env, ...homes(config) } });
  await window.until("the other group", async () =>
    (await window.run("return document.querySelector('.group strong')?.innerText")) === "Den andra gruppen");
});

way("a document is printed by the system's viewer", async () => ({ file: await sample(), ...(await opener()) }), async (window, { shown }) => {
  await openDocument(window, "2031");
  await window.press([Key.Control, "p"]);
  const pdf = await window.until("the viewer", async () => (await readFile(shown, "utf8")).trim(), 20_000);
  const { stdout } = await promisify(execFile)("pdftotext", ["-layout", pdf, "-"]);
  assert.match(stdout, /2031/);
});

for (const theme of ["light", "dark"]) {
  way(`the help comes by F1 from every view and tells what the program is, seen by axe in ${theme}`, async () => ({ file: await sample(), theme }), async (window) => {
    await documents(window);
    for (const [view, title] of [["Året", "Året"], ["Kontroll", "Kontroll"], ["Konflikter", "Två skriver tillsammans"], ["Historik", "Historik"], ["Grupp", "Grupp"], ["Underlag", "Underlag från de ansvariga"], ["Mallar", "Mallar"]]) {
      await (await named(window, ".way", view)).click();
      await window.press(Key.F1);
      await window.until(`the help of ${view}`, async () => (await (await window.find("dialog h3")).text()) === title);
      await window.press(Key.Escape);
      await window.until("its end", async () => (await window.findAll("dialog")).length === 0);
    }
    await window.press(Key.F1);
    await press(window, "Den första kvarten");
    await window.until("a picture", () => window.run("return document.querySelector('dialog section img')?.naturalWidth > 0"));
    for (const [width, height] of [[1440, 900], [640, 480]]) {
      await window.resize(width, height);
      await isAccessible(window);
      assert.equal(await window.run("const d = document.querySelector('dialog'); return d.scrollWidth > d.clientWidth"), false);
      await picture(window, `help-${width}-${theme}`);
    }
    await press(window, "Om Missiv");
    await (await named(window, "dialog summary", "Delar som andra har gjort")).click();
    await (await named(window, "dialog li summary", "typst ")).click();
    await named(window, "dialog li pre", "Apache License");
    for (const [width, height] of [[1440, 900], [640, 480]]) {
      await window.resize(width, height);
      await isAccessible(window);
      await picture(window, `about-${width}-${theme}`);
    }
  });
}

way("the logs are shown from the help, before a file is open too", async () => ({ config: await scratch(), ...(await opener()) }), async (window, { config, shown }) => {
  await window.until("the heading", () => window.find("h1"));
  await window.press(Key.F1);
  await press(window, "Visa loggar");
  const folder = await window.until("the folder", async () => (await readFile(shown, "utf8")).trim());
  assert.equal(folder, logs(config));
  assert.ok((await readdir(folder)).includes("missiv.log"));
});

/** The id of some profile: no organisation is named here. */
async function profile() {
  const folders = await readdir(new URL("../../assets/profiles/", import.meta.url));
  return folders[0];
}
