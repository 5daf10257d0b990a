import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
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
    css: { include: /tokens/ },
    restoreMocks: true,
    unstubGlobals: true,
  },
});
