import { expect, test } from "vitest";

import base from "./base.css?raw";
import parts from "./parts.css?raw";
import tokens from "./tokens.css?raw";

const styles = Object.values(import.meta.glob<string>(["../**/*.svelte", "./parts.css"], { query: "?raw", import: "default", eager: true }));

/** What stands in the blocks for forced colours. WebKitGTK has none, so that the window itself cannot show them. */
const forced = (css: string) => css.split("@media (forced-colors: active) {").slice(1).join("\n");

test("each colour is one of the system's where the system sets them", () => {
  const colours = [...tokens.matchAll(/(--[\w-]+): light-dark\(/g)].map(([, name]) => name!);
  expect(colours.length).toBeGreaterThan(15);
  const lacking = colours.filter((name) => !new RegExp(`${name}: (Canvas|CanvasText);`).test(forced(tokens)));
  expect(lacking).toEqual([]);
});

test("what is chosen, pressed or current is told by a line and not only by its ground", () => {
  const states = new Set(styles.flatMap((css) => css.match(/\[aria-(?:current|selected|pressed)[^\]]*\]|:has\(:checked\)/g) ?? []));
  const kinds = [...states].map((state) => state.replace(/^\[(aria-\w+).*/, "$1"));
  expect(new Set(kinds)).toEqual(new Set(["aria-current", "aria-selected", "aria-pressed", ":has(:checked)"]));
  for (const kind of new Set(kinds)) expect(forced(base)).toContain(kind.replace(":checked", "input:checked"));
});

test("radio buttons and boxes are drawn in the window's colours, and by the system where it sets them", () => {
  const drawn = 'input:is([type="radio"], [type="checkbox"])';
  expect(parts).toContain(`${drawn} { appearance: none;`);
  expect(parts.split(`${drawn} {`)[1]).toMatch(/^[^}]*border: 1px solid var\(--line-ui\);[^}]*background: var\(--surface\);/);
  expect(forced(base)).toContain(`${drawn} { appearance: auto; }`);
  expect(forced(base)).toMatch(/input:checked[^{]*::before \{ content: none; \}/);
});
