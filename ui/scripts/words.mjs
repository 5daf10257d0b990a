// Makes the typed keys of the window's words from assets/locales/sv.ftl, and says what does not fit:
// keys.ts that is stale, a word that nobody says. A key that is said but missing fails the type check.
// `npm run bless` writes keys.ts.
import { parse } from "@fluent/syntax";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const SECTION = "Fönstret";

/** The text of one section. */
export function cut(ftl, name = SECTION) {
  return `\n${ftl}`.split(/\n(?=## )/).find((part) => part.startsWith(`## ${name}\n`)) ?? "";
}

/** The messages of one section with what each speaks of: `[{key, args}]`. */
export function section(ftl, name = SECTION) {
  const entries = parse(cut(ftl, name), {}).body;
  const junk = entries.find((entry) => entry.type === "Junk");
  if (junk) throw new Error(`not Fluent: ${junk.content}`);
  const messages = entries.filter((entry) => entry.type === "Message");
  return messages.map((entry) => ({ key: entry.id.name, args: variables(entry.value) }));
}

/** The names of the variables in a pattern, sorted. */
function variables(node, found = new Set()) {
  if (node?.type === "VariableReference") found.add(node.id.name);
  for (const value of Object.values(node ?? {})) {
    if (value && typeof value === "object") variables(value, found);
  }
  return [...found].sort();
}

/** The text of keys.ts. */
export function keys(messages) {
  const lines = messages.map(({ key, args }) =>
    `  "${key}": ${args.length ? `{ ${args.map((name) => `${name}: string | number`).join("; ")} }` : "{}"};`);
  return `// Made from assets/locales/sv.ftl by \`npm run bless\`.

/** The words of the window and what each speaks of. */
export interface Words {
${lines.join("\n")}
}
`;
}

/** How sources name a message: the sentence of an error stands under its code. */
const names = (key) => [key, key.replace(/^error-/, "")];

/** The messages that no source says. */
export function unsaid(messages, sources) {
  return messages.filter(({ key }) => !sources.some((source) => names(key).some((name) => source.includes(`"${name}"`)))).map(({ key }) => key);
}

function sources(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte|rs)$/.test(entry.name) && entry.name !== "keys.ts")
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const at = (path) => fileURLToPath(new URL(path, import.meta.url));
  const messages = section(readFileSync(at("../../assets/locales/sv.ftl"), "utf8"));
  const made = keys(messages);
  const file = at("../src/kit/words/keys.ts");
  if (process.argv.includes("--bless")) writeFileSync(file, made);
  const faults = unsaid(messages, [...sources(at("../src")), ...sources(at("../../src-tauri/src"))])
    .map((key) => `${key}: no part of the window says it`);
  if (readFileSync(file, "utf8") !== made) faults.push("src/kit/words/keys.ts is stale: npm run bless");
  for (const line of faults) console.error(line);
  if (faults.length || !messages.length) process.exit(1);
  console.log(`${messages.length} words of the window are said and typed`);
}
