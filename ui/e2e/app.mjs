// Missiv's window with the sample, and the steps that several tests take in it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readFile, readdir, rename, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Key, Window } from "./driver.mjs";

const SCREENSHOTS = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));

/** What axe holds a view to. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Share of a page that must not be white for it to count as printed; an empty page has none. */
const LEAST_INK = 0.005;

/** The program under test. */
export const MISSIV_APP = need("MISSIV_APP");

function need(name) {
  assert.ok(process.env[name], `${name} must name a built program: use \`cargo xtask test\``);
  return process.env[name];
}

/**
 * A copy of the sample's workspace file, with a document more that is only just begun. The sample itself is made once for
 * each built program: it takes seconds.
 */
export async function sample() {
  const { mtimeMs } = await stat(need("MISSIV_BIN"));
  const made = join(tmpdir(), `missiv-window-sample-${mtimeMs}`);
  if (!existsSync(made)) {
    const folder = await scratch();
    await missiv("sample", folder);
    // Somebody else may have been quicker.
    await rename(folder, made).catch(() => {});
  }
  const name = (await readdir(made)).find((name) => name.endsWith(".missiv"));
  assert.ok(name, "`missiv sample` makes a workspace file");
  const file = join(await scratch(), name);
  await copyFile(join(made, name), file);
  const { template } = (await list(file)).find(({ concept }) => concept === "plan");
  await missiv("begin", file, template, "2031");
  return file;
}

/** What the command `missiv` tells of a workspace's papers: its list, their text, and the pages of the exported PDFs. */
export async function told(file) {
  const folder = await scratch();
  const papers = [];
  for (const line of (await list(file)).filter(({ printed }) => printed)) {
    // After the paper itself comes what only commands need: names for parts that have no number.
    const [text] = (await missiv("show", file, line.id)).split("\nDelar utan nummer");
    const { path } = JSON.parse(await missiv("--json", "export", file, line.id, folder));
    papers.push({ ...line, text, pages: pagesOf(await readFile(path, "latin1")) });
  }
  return papers;
}

/**
 * A test that opens a window, takes its way, and closes the window whatever happens. `needs` are the commands that the way is
 * about: with each of them out of work it must not come to its end.
 */
export function way(name, options, steps, needs = []) {
  test(name, async () => take({ ...(await options()), name }, steps));
  for (const command of needs) {
    test(`${name}: not without ${command}`, async () => {
      const stub = join(await scratch(), "stubbed");
      await writeFile(stub, command);
      await assert.rejects(take({ ...(await options()), stub, most: HOPELESS }, steps));
    });
  }
}

/** How long a way waits that will not come to its end, in milliseconds. */
const HOPELESS = 2500;

async function take(given, steps) {
  const window = await open(given);
  window.most = given.most ?? window.most;
  try {
    await steps(window, given);
  } catch (error) {
    // What stood there when a way that should have come to its end did not.
    if (given.name) {
      await picture(window, `failed ${given.name.replace(/[^\p{L}\p{N}]+/gu, " ")}`).catch(() => {});
      console.error(window.said);
    }
    throw error;
  } finally {
    await window.close();
  }
}

/** A folder of its own for files that a test makes. */
export const scratch = () => mkdtemp(join(tmpdir(), "missiv-window-"));

/** Makes two people write in the same field of the newest plan; returns the colleague's copy. */
export async function colleague(file) {
  const copy = join(await scratch(), "kollega.missiv");
  await copyFile(file, copy);
  const plan = (await list(file)).find(({ period }) => period === "2031").id;
  await missiv("--as", "K.B.", "set", file, plan, ".", "sammanfattning", "Vi ska stärka det förebyggande arbetet.");
  await missiv("--as", "M.S.", "set", copy, plan, ".", "sammanfattning", "Vi ska avveckla det förebyggande arbetet.");
  return copy;
}

/** Leaves a conflict in the file. */
export async function dispute(file) {
  await missiv("merge", file, await colleague(file));
}

/** What `missiv list` says of a workspace's documents. */
export const list = async (file) => JSON.parse(await missiv("--json", "list", file));

/** Page objects stand in plain sight in our PDFs. */
const pagesOf = (pdf) => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** Runs the command `missiv` and returns what it prints. */
export async function missiv(...args) {
  const { stdout } = await promisify(execFile)(need("MISSIV_BIN"), args, { maxBuffer: 1 << 24 });
  return stdout;
}

/** A text without what only its form needs: Markdown's marks, spaces, how a table is ruled. */
export const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** Goes to a view by its line in the list. */
export const go = (window, words) => named(window, ".way", words).then((way) => way.click());

/** What a PDF says. */
export const pdfText = async (file) => (await promisify(execFile)("pdftotext", ["-layout", file, "-"])).stdout;

/** Closes the dialog that is open: the first Escape may close only the suggestions of a field. */
export function leave(window) {
  return window.until("that the dialog is gone", async () => {
    await window.press(Key.Escape);
    return window.run("return !document.querySelector('dialog[open]')");
  });
}

/** Puts a text into the control that `css` finds once it is there, as a paste does. */
export async function fill(window, css, text) {
  await window.until(css, () => window.find(css));
  await window.run(`
    const control = document.querySelector(arguments[0]);
    control.value = arguments[1];
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  `, css, text);
}

/**
 * Opens the window, on `file` if one is given. `dialogs` are the answers to the dialogs that will come, "" to cancel;
 * `stub` is a file that lists commands that shall do nothing, `config` a folder for settings, `path` one with programs
 * that shall stand in the place of the system's, `close` a file at whose coming the window is closed as by its button.
 * `keepsSize` leaves the window as large as the program made it.
 */
export async function open({ file, theme = "light", dialogs, stub, config, path, close, keepsSize = false } = {}) {
  const env = { GTK_THEME: theme === "dark" ? "Adwaita:dark" : "Adwaita", ...homes(config ?? (await scratch())) };
  if (close) env.MISSIV_CLOSE = close;
  if (path) env.PATH = `${path}:${process.env.PATH}`;
  if (dialogs) env.MISSIV_DIALOGS = dialogs.join(":");
  if (stub) env.MISSIV_STUB = stub;
  const window = await Window.open(MISSIV_APP, { args: file ? [file] : [], env });
  if (!keepsSize) await window.resize(1440, 900);
  return window;
}

/** Where the program keeps its settings and its logs when it lives in a folder of a test's. */
export const homes = (folder) => ({ XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder });

/** The folder of the logs there. */
export const logs = (folder) => join(folder, "se.missiv.Missiv", "logs");

/** A folder with an opener in the place of the system's, which writes what it is given to open into a file: both. */
export async function opener() {
  const folder = await scratch();
  const shown = join(folder, "shown");
  await writeFile(shown, "");
  await writeFile(join(folder, "xdg-open"), `#!/bin/sh\necho "$1" >> "${shown}"\n`);
  await chmod(join(folder, "xdg-open"), 0o755);
  return { path: folder, shown };
}

const DOCUMENTS = "#list .papers > ul > li > button";

/** The lines of the document list, as a person reads them. */
export async function documents(window, patience) {
  const items = await window.until("the documents", async () => {
    const found = await window.findAll(DOCUMENTS);
    return found.length > 0 && found;
  }, patience);
  return Promise.all(items.map((item) => item.text()));
}

/** Opens the document whose line in the list has these words. */
export async function openDocument(window, words) {
  const lines = await documents(window);
  const at = lines.findIndex((line) => line.includes(words));
  assert.ok(at >= 0, `no document is called ${words}: ${lines}`);
  await (await window.findAll(DOCUMENTS))[at].click();
  await window.until(`the form of ${words}`, async () =>
    (await (await window.find("h1")).text()).includes(words) && (await window.findAll("#list [aria-current=page] + ul")).length > 0);
}

/** The first of the elements that `css` finds whose text or name has these words. */
export function named(window, css, words, patience) {
  return window.until(`${css} with ${words}`, () => window.pick(`
    const [css, words] = arguments;
    return [...document.querySelectorAll(css)].find((element) =>
      (element.getAttribute("aria-label") ?? element.innerText).includes(words) && element.checkVisibility());
  `, css, words), patience);
}

/** Presses the button with these words. */
export async function press(window, words, patience) {
  await (await named(window, "button", words, patience)).click();
}

/** Puts the focus in the control with this label, within the form. */
export async function focusField(window, label, patience) {
  await window.until(`the field ${label}`, () => window.run(`
    const found = [...document.querySelectorAll(".field")].find((field) =>
      field.querySelector("label, .label")?.textContent.trim() === arguments[0]);
    const control = found?.querySelector(".control input, .control textarea, .control select, .control [role=textbox]");
    control?.scrollIntoView({ block: "center" });
    control?.focus();
    return Boolean(control);
  `, label), patience);
}

/** Types into what has the focus. */
export const type = (window, text) => window.press(...text);

/** Waits until everything typed is in the file. */
export async function isSaved(window, patience) {
  await window.run("document.activeElement?.blur()");
  await window.until("“Sparat”", () => window.run("return document.querySelector('.saved')?.getAttribute('aria-busy') === 'false'"), patience);
}

/** The number of pages that the tools tell of. */
export async function pageCount(window, patience) {
  const place = await window.until("the number of pages", async () => {
    const text = await (await window.find(".paper .place")).text();
    return /^Sida \d+ av (\d+)$/.exec(text);
  }, patience);
  return Number(place[1]);
}

/** Waits until a page (from 1) is there and has ink on it. */
export async function isPrinted(window, number, patience) {
  await window.until(`ink on page ${number}`, async () => (await ink(window, number)) > LEAST_INK, patience);
}

function ink(window, number) {
  return window.run(`
    const image = document.querySelector('[data-page="${number}"] img');
    if (!image?.complete || !image.naturalWidth) return 0;
    const canvas = Object.assign(document.createElement("canvas"), { width: 210, height: 297 });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0, 210, 297);
    const pixels = context.getImageData(0, 0, 210, 297).data;
    let inked = 0;
    for (let i = 0; i < pixels.length; i += 4) inked += pixels[i] < 220 && pixels[i + 3] > 0;
    return inked / (210 * 297);
  `);
}

/** What the document says as text. */
export async function readAsText(window, patience) {
  const [button] = await window.findAll(".paper .tools button[aria-pressed]");
  await button.click();
  return window.until("the text", async () => {
    // Found and read at once: between two questions a fault may take the text's place, and be read as it.
    const text = await window.run("return document.querySelector('article:not(:has([role=alert]))')?.innerText.trim()");
    return text?.length > 100 && text;
  }, patience);
}

/** Fails with every fault that axe sees. */
export async function isAccessible(window) {
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await window.run(`${await readFile(axe, "utf8")}; window.axe = axe`);
  const faults = await window.runAsync(`
    const [rules, done] = arguments;
    // What moves for ever, while pages are made, is not waited for.
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    const still = Promise.allSettled(moving.map(({ finished }) => finished));
    const patience = new Promise((stop) => setTimeout(stop, 3000));
    Promise.race([still, patience]).then(() => axe.run(document, { runOnly: rules })).then(
      ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html))),
      (error) => done([String(error)]),
    )`, RULES);
  assert.deepEqual(faults, []);
}

/** Keeps a picture of the window under target/screenshots. */
export async function picture(window, name) {
  await mkdir(SCREENSHOTS, { recursive: true });
  await window.screenshot(join(SCREENSHOTS, `${name}.png`));
}
