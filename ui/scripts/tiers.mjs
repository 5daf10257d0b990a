// Holds the UI to its tiers: kit <- features <- views <- shell, and api, the only place that knows Tauri.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What each tier may import, itself aside. */
const MAY = {
  api: [],
  kit: [],
  features: ["kit", "api"],
  views: ["features", "kit", "api"],
  shell: ["views", "features", "kit", "api"],
};

const IMPORT = /\b(?:import|export)\s+(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

/** The sentence about one import, or nothing when it is allowed. `file` is a path inside src. */
export function fault(file, specifier) {
  const [tier, concept] = file.split("/");
  if (!(tier in MAY)) return `${file}: stands in no tier (${Object.keys(MAY).join(", ")})`;
  if (specifier.startsWith("@tauri-apps/") && tier !== "api") return `${file}: only api knows ${specifier}`;
  if (!specifier.startsWith(".")) return undefined;
  const target = normalize(join(dirname(file), specifier)).split(sep);
  if (target[0] === ".." || (target[0] === tier && tier !== "features")) return undefined;
  if (target[0] === tier && target[1] === concept) return undefined;
  return MAY[tier].includes(target[0]) ? undefined : `${file}: ${tier} may not import ${target.slice(0, 2).join("/")}`;
}

/** Everything that is wrong in the source of one file. */
export function faults(file, source) {
  return [...source.matchAll(IMPORT)].map((found) => fault(file, found[1] ?? found[2])).filter(Boolean);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const src = fileURLToPath(new URL("../src", import.meta.url));
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const found = files.flatMap((file) =>
    faults(relative(src, file).split(sep).join("/"), readFileSync(file, "utf8")));
  for (const line of found) console.error(line);
  if (found.length || !files.length) process.exit(1);
  console.log(`${files.length} files keep to their tiers`);
}
