import { expect, test } from "vitest";

import { faults } from "./tiers.mjs";

const wrong = (file, source) => faults(file, source).length > 0;

test("lets arrows point down", () => {
  expect(wrong("shell/App.svelte", 'import Start from "../views/Start.svelte";')).toBe(false);
  expect(wrong("features/paper/Sheet.svelte", 'import { api } from "../../api";')).toBe(false);
  expect(wrong("features/paper/Sheet.svelte", 'import { near } from "./near";')).toBe(false);
  expect(wrong("kit/words/index.ts", 'import swedish from "../../../../assets/locales/sv.ftl?raw";')).toBe(false);
});

test("refuses arrows that point up", () => {
  expect(wrong("kit/Button.svelte", 'import { api } from "../api";')).toBe(true);
  expect(wrong("features/paper/Sheet.svelte", 'import Start from "../../views/Start.svelte";')).toBe(true);
  expect(wrong("views/Start.svelte", 'export { actions } from "../shell/actions";')).toBe(true);
  expect(wrong("api/index.ts", 'const words = await import("../kit/words");')).toBe(true);
});

test("keeps features apart", () => {
  expect(wrong("features/paper/Sheet.svelte", 'import List from "../documents/DocumentList.svelte";')).toBe(true);
});

test("lets only api know Tauri", () => {
  expect(wrong("api/bindings.ts", 'import { invoke } from "@tauri-apps/api/core";')).toBe(false);
  expect(wrong("shell/main.ts", 'import { listen } from "@tauri-apps/api/event";')).toBe(true);
});

test("sees an import over several lines and one without names", () => {
  expect(wrong("kit/a.ts", 'import {\n  api,\n  type X,\n} from "../api";')).toBe(true);
  expect(wrong("kit/a.ts", 'import "../shell/app.css";')).toBe(true);
});

test("refuses a file outside the tiers", () => {
  expect(wrong("util/dates.ts", 'import a from "./b";')).toBe(true);
});
