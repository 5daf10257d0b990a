import { render, screen } from "@testing-library/svelte";
import { expect, test } from "vitest";

import { Session } from "../features/session/session.svelte";
import base from "../kit/base.css?raw";
import Top from "./Top.svelte";

const top = (session: Session) =>
  render(Top, { session, editing: undefined, actions: [], isPageShown: false, isListShown: false, onmenu() {} });

test("the bar tells that the file can only be read, and only then", () => {
  const session = new Session();
  session.workspace = { name: "Gruppen", file: "gruppen.missiv", readOnly: null, me: null };
  const { unmount } = top(session);
  expect(screen.queryByText("Skrivskyddad")).toBeNull();
  unmount();
  session.workspace = { ...session.workspace, readOnly: { message: "Filen är öppen hos en annan.", hints: [] } };
  top(session);
  expect(screen.getByText("Skrivskyddad")).toHaveAttribute("title", "Filen är öppen hos en annan.");
});

test("the width of an icon's lines is set on what is drawn, which zooming leaves alone", () => {
  top(new Session());
  expect(document.querySelector("#menu svg.lucide > path")).toBeInTheDocument();
  expect(base).toContain(".lucide > * { stroke-width:");
  const styles = Object.values(import.meta.glob<string>("../**/*.svelte", { query: "?raw", import: "default", eager: true }));
  expect(styles.filter((style) => /svg\)? \{[^}]*stroke-width/.test(style))).toEqual([]);
});
