import { readFileSync } from "node:fs";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

import { module } from "./scripts/help.mjs";
import { cut } from "./scripts/words.mjs";

/** `sv.ftl?window` is the window's own section: the other words are put into sentences before they come here. */
const words = {
  name: "window-words",
  enforce: "pre" as const,
  load(id: string) {
    const [file, query] = id.split("?");
    if (query !== "window" || !file) return undefined;
    this.addWatchFile(file);
    return `export default ${JSON.stringify(cut(readFileSync(file, "utf8")))}`;
  },
} satisfies Plugin;

/** `sv.md?help` is the help as the window shows it. */
const help = {
  name: "help",
  enforce: "pre" as const,
  load(id: string) {
    const [file, query] = id.split("?");
    if (query !== "help" || !file) return undefined;
    this.addWatchFile(file);
    return module(readFileSync(file, "utf8"));
  },
} satisfies Plugin;

export default defineConfig({
  plugins: [words, help, svelte(), svelteTesting()],
  clearScreen: false,
  // The words stand in ../assets, which everything shares.
  server: { port: 1420, strictPort: true, fs: { allow: [".."] } },
  build: {
    // The first with light-dark(): WebView2 and WebKitGTK keep themselves newer, WKWebView follows macOS 14.5.
    target: ["safari17.5", "chrome123"],
    // Inlined fonts and pictures would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/shell/test-setup.ts"],
    include: ["src/**/*.test.ts", "scripts/*.test.mjs"],
    // The colours are tested as they are written.
    css: { include: /(tokens|base|parts)\.css/ },
    restoreMocks: true,
    unstubGlobals: true,
  },
});
