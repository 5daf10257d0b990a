// What only the real window can measure; `cargo xtask bench window` runs it. Each figure stands beside its peer's, taken in the
// same run: a figure alone says more about the machine.
import { execFileSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { MISSIV_APP, focusField, homes, isPrinted, open, openDocument, pageCount, press, sample, scratch } from "./app.mjs";
import { Window } from "./driver.mjs";

const STARTS = 7;
const PRESSES = 60;

const at = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];
const tell = (id, what, value, unit, rest = {}) => console.log(JSON.stringify({ id, what, value, unit, ...rest }));
const EMPTY_APP = process.env.MISSIV_EMPTY_APP ?? MISSIV_APP;

/** The memory of a program's processes together, in MB: what they share is counted once. */
async function memory(window) {
  const pids = execFileSync("ps", ["-o", "pid=", "--ppid", String(window.driver)], { encoding: "utf8" }).trim().split(/\s+/);
  const below = (pid) => [pid, ...children(pid).flatMap(below)];
  let kilobytes = 0;
  for (const pid of pids.filter(Boolean).flatMap(below)) {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

function children(pid) {
  try {
    return execFileSync("ps", ["-o", "pid=", "--ppid", pid], { encoding: "utf8" }).trim().split(/\s+/).filter(Boolean);
  } catch {
    return [];
  }
}

/** How long a window takes until `ready` gives something, in milliseconds, and its memory a second later. */
async function start(app, env, args, ready) {
  const began = performance.now();
  const window = await Window.open(app, { args, env: { ...homes(await scratch()), ...env } });
  try {
    await window.until("a window that is ready", () => ready(window), 30_000);
    const time = performance.now() - began;
    await pause(1000);
    return { time, memory: await memory(window) };
  } finally {
    await window.close();
  }
}

async function starts() {
  const file = await sample();
  const empty = [];
  const own = [];
  for (let i = 0; i < STARTS; i++) {
    empty.push(await start(EMPTY_APP, { MISSIV_EMPTY: "1" }, [], (window) => window.run("return document.readyState === 'complete'")));
    own.push(await start(MISSIV_APP, {}, [file], (window) => window.find(".docs")));
  }
  const middle = (runs, key) => at(runs.map((run) => run[key]), 0.5);
  for (const [id, what, key, unit, rest] of [
    ["window-ready", "window ready, cold, beyond an empty one", "time", "ms", { most: 500 }],
    ["window-memory", "memory of all processes on the year's view, beyond an empty one", "memory", "MB", {}],
  ]) {
    const [ours, theirs] = [middle(own, key), middle(empty, key)];
    tell(id, what, ours - theirs, unit, { ...rest, beside: `${ours.toFixed(0)} beside ${theirs.toFixed(0)}` });
  }
}

/** From a key's press to the page that shows it: the picture of a page in sight has changed and is decoded. */
async function presses() {
  const window = await open({ file: await sample() });
  try {
    await openDocument(window, "Handlingsplan 2025");
    const pages = await pageCount(window);
    await isPrinted(window, 1);
    await press(window, "Sammanfattning");
    await focusField(window, "Sammanfattning");
    await window.run(`
      window.times = [];
      let pressed = 0;
      addEventListener("keydown", () => (pressed = performance.now()), true);
      new MutationObserver((changes) => {
        const image = changes.map(({ target }) => target).find((target) => target.matches?.("[data-page] img"));
        if (!image || !pressed) return;
        const began = pressed;
        pressed = 0;
        image.decode().catch(() => {}).then(() => requestAnimationFrame(() => window.times.push(performance.now() - began)));
      }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["src"] });
    `);
    for (let i = 0; i < PRESSES; i++) {
      const before = await window.run("return window.times.length");
      await window.press("aåbtr"[i % 5]);
      await window.until("the changed page", async () => (await window.run("return window.times.length")) > before).catch(() => {});
      await pause(150);
    }
    const times = await window.run("return window.times");
    const seen = times.length < PRESSES ? `, ${times.length} of ${PRESSES} presses seen` : "";
    tell("window-key", `key press to changed page in the window, p95, ${pages} pages`, at(times, 0.95), "ms", { most: 100, beside: `p50 ${at(times, 0.5).toFixed(0)}${seen}` });
  } finally {
    await window.close();
  }
}

/** What is loaded before anything is shown, packed; what is loaded on demand stands by itself. */
async function bundle() {
  const dist = fileURLToPath(new URL("../dist/", import.meta.url));
  const page = await readFile(join(dist, "index.html"), "utf8");
  let first = 0;
  let rest = 0;
  for (const name of await readdir(join(dist, "assets"))) {
    if (!/\.(js|css)$/.test(name)) continue;
    const size = gzipSync(await readFile(join(dist, "assets", name)), { level: 9 }).length;
    if (page.includes(name)) first += size;
    else rest += size;
  }
  tell("ui-bundle", "the window's page, gzip, before anything is shown", first / 1000, "kB", { most: 200, beside: `${(rest / 1000).toFixed(0)} more when asked for` });
}

await bundle();
await starts();
await presses();
