// A W3C WebDriver client, small enough to read. It drives the real window through WebKitWebDriver.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** How long something may stand in the way of a press, in milliseconds. */
const CLICK = 3000;

/** Brings an element into view, and tells whether it stands where it stood for two frames. */
const STANDS_STILL = `
  const [element, done] = arguments;
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
  const where = () => JSON.stringify(element.getBoundingClientRect());
  const before = where();
  requestAnimationFrame(() => requestAnimationFrame(() => done(where() === before)));
`;

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

export const Key = {
  Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", PageDown: "\uE00F", End: "\uE010", Home: "\uE011",
  Up: "\uE013", Down: "\uE015", Left: "\uE012", Right: "\uE014", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A", Delete: "\uE017", F1: "\uE031", F6: "\uE036",
};

/** A running program and the session that drives its window. */
export class Window {
  #driver;
  #base;

  /** What the program said on its standard error output: much of it where a bug is wanted, so that it is shown only on demand. */
  said = "";

  /** The longest that anything is waited for, in milliseconds. */
  most = Infinity;

  /** Starts the program and waits for its window. */
  static async open(binary, { args = [], env = {} } = {}) {
    const port = await freePort();
    const self = new Window();
    self.#base = `http://127.0.0.1:${port}`;
    self.#driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
      // A process group of its own: the program is the driver's child and would outlive it.
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, ...env, TAURI_WEBVIEW_AUTOMATION: "true" },
    });
    self.#driver.stderr.setEncoding("utf8").on("data", (words) => (self.said += words));
    try {
      await self.until("the driver", () => fetch(`${self.#base}/status`), 10_000);
      const options = { binary, args };
      const made = await self.call("POST", "/session", {
        capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
      });
      self.#base += `/session/${made.sessionId}`;
    } catch (error) {
      await self.close();
      throw error;
    }
    return self;
  }

  /** The process whose child the program is. */
  get driver() {
    return this.#driver.pid;
  }

  /** Ends the program; once more is nothing. */
  async close() {
    if (this.#isOver) return;
    await this.call("DELETE", "").catch(() => {});
    await this.kill();
  }

  get #isOver() {
    return this.#driver.exitCode !== null || this.#driver.signalCode !== null;
  }

  /** Ends the program as a power cut would: it is told nothing. */
  async kill() {
    const ended = once(this.#driver, "exit");
    process.kill(-this.#driver.pid, "SIGKILL");
    await ended;
  }

  async call(method, path, body) {
    const signal = AbortSignal.timeout(60_000);
    const answer = await fetch(this.#base + path, { method, body: body && JSON.stringify(body), signal });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  /** What `look` gives as soon as it gives something; a failing look counts as nothing. */
  async until(what, look, ms = 10_000) {
    let last;
    for (let left = Math.min(ms, this.most); left > 0; left -= 40) {
      const value = await Promise.resolve().then(look).catch((error) => void (last = error));
      if (value) return value;
      await pause(40);
    }
    throw new Error(`waited ${ms} ms for ${what}`, { cause: last });
  }

  async find(css) {
    return new Element(this, (await this.call("POST", "/element", { using: "css selector", value: css }))[ELEMENT]);
  }

  async findAll(css) {
    const found = await this.call("POST", "/elements", { using: "css selector", value: css });
    return found.map((value) => new Element(this, value[ELEMENT]));
  }

  /** The element that has the focus. */
  async focused() {
    return new Element(this, (await this.call("GET", "/element/active"))[ELEMENT]);
  }

  run(script, ...args) {
    return this.call("POST", "/execute/sync", { script, args });
  }

  /** The element that a script returns, or nothing. */
  async pick(script, ...args) {
    const found = await this.run(script, ...args);
    return found && new Element(this, found[ELEMENT]);
  }

  /** Like `run`, for a script whose last argument is told the answer. */
  runAsync(script, ...args) {
    return this.call("POST", "/execute/async", { script, args });
  }

  /** Presses keys one after the other; those in an array are held together. */
  press(...keys) {
    return this.hurry(0, ...keys);
  }

  /** Presses keys as a person does who does not look: one each `ms` milliseconds, whatever comes of the one before. */
  hurry(ms, ...keys) {
    const actions = keys.flatMap((chord) => {
      const held = [chord].flat();
      return [
        ...held.map((value) => ({ type: "keyDown", value })),
        ...held.toReversed().map((value) => ({ type: "keyUp", value })),
        ...(ms ? [{ type: "pause", duration: ms }] : []),
      ];
    });
    return this.call("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async resize(width, height) {
    await this.call("POST", "/window/rect", { width, height });
    await this.until(`the width ${width}`, async () => (await this.run("return innerWidth")) === width);
    // What the page does about it, it does before it is drawn anew.
    await this.runAsync("const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done()))");
  }

  async screenshot(file) {
    await writeFile(file, Buffer.from(await this.call("GET", "/screenshot"), "base64"));
  }
}

class Element {
  #window;
  #id;
  #path;

  constructor(window, id) {
    this.#window = window;
    this.#id = id;
    this.#path = `/element/${id}`;
  }

  /**
   * Presses it, as a person who has scrolled to it: the driver does not scroll within a pane. A person also waits for a dialog
   * that is about to go, and for what moves.
   */
  click() {
    return this.#window.until("that it can be pressed", async () => {
      assert.ok(await this.#window.runAsync(STANDS_STILL, { [ELEMENT]: this.#id }), "it moves");
      // What goes away by being pressed was pressed.
      await this.#window.call("POST", `${this.#path}/click`, {}).catch((error) => {
        if (!error.message.startsWith("stale")) throw error;
      });
      return true;
    }, CLICK);
  }
  /** What is seen of the text, line by line. */
  text() { return this.#window.run("return arguments[0].innerText.trim()", { [ELEMENT]: this.#id }); }
  attribute(name) { return this.#window.call("GET", `${this.#path}/attribute/${name}`); }
  role() { return this.#window.call("GET", `${this.#path}/computedrole`); }
  label() { return this.#window.call("GET", `${this.#path}/computedlabel`); }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
