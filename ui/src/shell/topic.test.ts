import { expect, test } from "vitest";

import { line } from "../api/fixture";
import type { View } from "../features/session/session.svelte";
import { topicOf } from "./topic";

const workspace = { name: "Gruppen", file: "gruppen.missiv", readOnly: null, me: null };
const at = (view: View, concept = "plan", focused: Element | null = null) =>
  topicOf({ workspace, place: { view, document: undefined }, document: line({ concept }) }, focused);

test("every view has a section of its own in the help", async () => {
  const { sections } = await import("../../../assets/help/sv.md?help");
  const known = sections.map(({ id }) => id);
  const views: View[] = ["year", "meetings", "matters", "actions", "document", "checks", "conflicts", "returns", "history", "group", "packs"];
  for (const view of views) expect(known).toContain(at(view));
  for (const concept of ["memo", "report", "meeting", "notes", "register"]) expect(known).toContain(at("document", concept));
  for (const dialog of ["search"]) expect(known).toContain(dialog);
  expect(known).toContain(topicOf({ workspace: undefined, place: { view: "document", document: undefined }, document: undefined }, null));
});

test("a document is told of by what it is, and only where it is written", () => {
  expect(["plan", "memo", "report", "meeting", "notes", "register"].map((concept) => at("document", concept))).toEqual(["document", "memo", "report", "meetings", "notes", "matters"]);
  expect(at("checks", "memo")).toBe("checks");
});

test("a dialog with a section of its own comes before the view", () => {
  const dialog = document.createElement("dialog");
  dialog.dataset.help = "export";
  const button = dialog.appendChild(document.createElement("button"));
  expect(at("year", "plan", button)).toBe("export");
});
