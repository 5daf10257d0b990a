import { render, screen } from "@testing-library/svelte";
import { expect, test } from "vitest";

import type { DocumentView, FindingView } from "../../api";
import { field, object, plainValue, plan } from "../../api/fixture";
import Outline from "./Outline.svelte";

const finding: FindingView = {
  code: "end-before-start", severity: "blocking", object: plan().line.id, field: "ovrigt", row: null, column: null, part: null, document: null, at: "", text: "", hint: "",
};

/** A document with a part of one field and a list, neither of which must be there. */
function optional(text: string, other: Partial<DocumentView> = {}, kinds: string[] = []): DocumentView {
  const view = plan();
  const parts: DocumentView["form"]["parts"] = [
    { id: "ovrigt", label: "Övrigt", content: "fields", fields: [field("ovrigt"), field("notering", { printed: false })] },
    { id: "person", label: "Personer", content: "objects", fields: [] },
  ];
  const sections = parts.map(({ id, label }) => ({ id, label, filled: 0, required: 0, blocking: 0, done: false, by: "" }));
  const values = [plainValue("ovrigt", text), plainValue("notering", "Fråga först.")];
  return { ...view, form: { ...view.form, parts, values, objects: kinds.map((kind, i) => object(`o${i}`, { kind })) }, sections, ...other };
}

function show(view: DocumentView) {
  render(Outline, { view, part: undefined, onselect: () => {} });
  return screen.getAllByRole("button").map((button) => ({ said: button.textContent?.replace(/\s+/g, " ").trim(), marked: button.querySelector("svg") !== null }));
}

test("an optional part that is written is marked, and a list says how much it has", () => {
  expect(show(optional("Något.", {}, ["person", "person"]))).toEqual([{ said: "Övrigt Ifyllt", marked: true }, { said: "Personer 2", marked: false }]);
});

test("an optional part that nobody has written says nothing, whatever is noted in its margin", () => {
  expect(show(optional(""))).toEqual([{ said: "Övrigt", marked: false }, { said: "Personer", marked: false }]);
});

test("what hinders in an optional part is said, also that a list lacks its first", () => {
  const view = optional("Något.", { findings: [finding] });
  const sections = view.sections.map((section) => ({ ...section, blocking: 1 }));
  expect(show({ ...view, sections })).toEqual([{ said: "Övrigt 1 måste rättas", marked: false }, { said: "Personer 0", marked: false }]);
});
