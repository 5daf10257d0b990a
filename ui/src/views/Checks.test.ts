import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";

import type { FindingView } from "../api";
import { line, plan } from "../api/fixture";
import Checks from "./Checks.svelte";

const finding = (other: Partial<FindingView>): FindingView => ({
  code: "too-few", severity: "warning", object: plan().line.id, field: null, row: null, column: null, part: null, document: null, at: "", text: "Något fattas.", hint: "", ...other,
});

/** Presses the one finding of a plan; returns where that leads. */
async function pressed(other: Partial<FindingView>) {
  const [ongo, onleave] = [vi.fn(), vi.fn()];
  render(Checks, { view: { ...plan(), findings: [finding(other)] }, disabled: false, ongo, onleave, onsubmit() {} });
  await userEvent.click(screen.getByRole("button", { name: /Något fattas\./ }));
  return { ongo, onleave };
}

test("what is about another document leads there", async () => {
  const { onleave } = await pressed({ document: "annat" });
  expect(onleave).toHaveBeenCalledWith({ view: "document", document: "annat" });
});

test("a part with too few objects is gone to", async () => {
  const part = plan().form.parts.find(({ content }) => content === "objects")!;
  const { onleave } = await pressed({ part: part.id });
  expect(onleave).toHaveBeenCalledWith({ view: "document", part: part.id });
});

test("what is lacking beside the document leads to the year, where it is begun", async () => {
  const { onleave } = await pressed({});
  expect(onleave).toHaveBeenCalledWith({ view: "year" });
});

test("a place in the document is gone to, and no view is left", async () => {
  const { ongo, onleave } = await pressed({ object: "a1", field: "metod" });
  expect(ongo).toHaveBeenCalledWith("a1", "metod", expect.anything());
  expect(onleave).not.toHaveBeenCalled();
});

test.each([
  [line(), "Inget hindrar inlämning"],
  [line({ state: "submitted", edition: "1.0", changed: false }), "Utgåva 1.0 är inlämnad"],
  [line({ state: "adopted", edition: "1.0", changed: false }), "Utgåva 1.0 är fastställd"],
  [line({ state: "adopted", edition: "1.0", changed: true }), "Inget hindrar inlämning"],
])("where nothing is wrong it says so, and how far the document has come", (own, heading) => {
  render(Checks, { view: plan({ line: own }), disabled: false, ongo() {}, onleave() {}, onsubmit() {} });
  expect(screen.getByRole("heading", { level: 2, name: heading })).toBeInTheDocument();
  expect(screen.getByText("Inget att se över")).toBeInTheDocument();
  expect(screen.queryByText(/Det som står nedan/)).toBeNull();
});

test.each([["Räkna om budgeten.", true], [null, false]])("what a document was sent back for is said: %s", (sentBack, isSaid) => {
  render(Checks, { view: plan({ line: line({ edition: "1.0", sentBack }) }), disabled: false, ongo() {}, onleave() {}, onsubmit() {} });
  expect(screen.queryByText("Det här ska göras: ”Räkna om budgeten.”") !== null).toBe(isSaid);
});
