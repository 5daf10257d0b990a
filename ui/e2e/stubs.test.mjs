// That the window tests prove something: with a command out of work, what it serves cannot be seen. That it is seen
// otherwise, by the same steps, is what window.test.mjs shows.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";

import { documents, isPrinted, open, pageCount, readAsText, sample } from "./app.mjs";
import { Key } from "./driver.mjs";

/** How long to wait for what will not come, in milliseconds. */
const PATIENCE = 3000;

/** What fails when the command does nothing. */
const SERVES = {
  current: ({ window }) => documents(window, PATIENCE),
  documents: ({ window }) => documents(window, PATIENCE),
  pages: ({ window }) => pageCount(window, PATIENCE),
  page: async ({ window }) => {
    await pageCount(window);
    await isPrinted(window, 1, PATIENCE);
  },
  text: async ({ window }) => {
    await pageCount(window);
    await readAsText(window, PATIENCE);
  },
  open_dialog: async ({ window }) => {
    await window.press([Key.Control, "o"]);
    await documents(window, PATIENCE);
  },
};

test("every command is tried", async () => {
  const capability = new URL("../../src-tauri/capabilities/main.json", import.meta.url);
  const { permissions } = JSON.parse(await readFile(capability, "utf8"));
  const commands = permissions.map((name) => name.replace("allow-", "").replaceAll("-", "_"));
  assert.deepEqual(Object.keys(SERVES).sort(), commands.sort());
});

let file;
before(async () => {
  file = await sample();
});

for (const [command, see] of Object.entries(SERVES)) {
  test(`without ${command} it is not there`, async () => {
    const options = command === "open_dialog" ? { dialogs: [file] } : { file };
    const window = await open({ ...options, stub: command });
    try {
      await assert.rejects(see({ window }), /waited/);
    } finally {
      await window.close();
    }
  });
}
