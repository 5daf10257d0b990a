// That the window tests prove something: with a command out of work, what it serves cannot be seen. That it is seen
// otherwise, by the same steps, is what the other tests show, and the second half of each test here.
import assert from "node:assert/strict";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";

import { HOME, MEETINGS, NOTED, TURNS } from "./serves-meetings.mjs";
import { SERVES, START } from "./serves.mjs";
import { colleague, dispute, open, openDocument, sample, scratch } from "./app.mjs";

/** How long to wait for what will not come, in milliseconds. */
const PATIENCE = 600;

let file;
let stub;
let config;
let window;
before(async () => {
  file = await sample();
  await copyFile(await colleague(file), join(dirname(file), "gruppen-DATOR7.missiv"));
  await dispute(file);
  config = await scratch();
  await mkdir(join(config, "se.missiv.Missiv"));
  await writeFile(join(config, "se.missiv.Missiv", "recent.json"), JSON.stringify([{ path: file, name: "Gruppen", me: null }]));
  stub = join(await scratch(), "stubbed");
  await writeFile(stub, "");
});
after(() => window?.close());

test("every command is tried", async () => {
  const capability = new URL("../../src-tauri/capabilities/main.json", import.meta.url);
  const { permissions } = JSON.parse(await readFile(capability, "utf8"));
  const commands = permissions.map((name) => name.replace("allow-", "").replaceAll("-", "_"));
  assert.deepEqual([...Object.keys(SERVES), ...Object.keys(START), ...ELSEWHERE].sort(), commands.sort());
});

/** The commands that need something exported before, and those that concern the program itself: journeys.test.mjs and
 * program.test.mjs show what they do. */
const ELSEWHERE = [
  // meetings.test.mjs
  ...[MEETINGS, NOTED, HOME, TURNS].flatMap(Object.keys),
  "open_exported", "show_exported", "export_into",
  "about", "crashed", "open_logs", "report_fault", "hear_wishes", "open_wished", "close", "print", "zoom",
];

for (const [command, { see, dialogs, isEmpty }] of Object.entries(START)) {
  test(`without ${command} nothing opens`, async () => {
    await writeFile(stub, command);
    const window = await open({ file: dialogs || isEmpty ? undefined : file, dialogs: dialogs?.(file) ?? [], stub, config });
    try {
      await assert.rejects(see(window, 2 * PATIENCE), /waited/);
    } finally {
      await window.close();
      await writeFile(stub, "");
    }
  });
}

test("what each command serves is gone without it, and there with it", async (t) => {
  window = await open({ file, stub, dialogs: [] });
  for (const [command, { open: begin, see }] of Object.entries(SERVES)) {
    await t.test(command, async () => {
      await openDocument(window, "2031");
      await begin?.(window);
      await writeFile(stub, command);
      await assert.rejects(see(window, PATIENCE), /waited/, `${command} is not needed for what it serves`);
      await writeFile(stub, "");
    });
  }
});
