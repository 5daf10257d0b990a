import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { field, object, plainValue, plan } from "../../../api/fixture";
import { answer, silence } from "../../../api/mock";
import type { DocumentView } from "../../../api";
import { Editing } from "../editing.svelte";
import Attendance from "./Attendance.svelte";

afterEach(silence);

const option = (value: string, label: string) => ({ value, label, mark: "", help: "" });
const presence = field("narvaro", { role: "presence", widget: "choice", label: "Närvaro", options: [option("har", "Närvarande"), option("borta", "Frånvarande"), option("annan", "Ersättare")] });
const instead = field("ersattare", { role: "substitute", label: "Ersättare eller gäst", askedIf: { field: "narvaro", values: ["annan"] } });
const kind = { ...plan().form.kinds[0]!, id: "rad", concept: "attendance", label: "Deltagare", plural: "Närvaro", fields: [field("kommun", { role: "party", label: "Kommun" }), presence, instead] };

function notes(second = "har", first = "har"): DocumentView {
  const row = (id: string, party: string, value: string) =>
    object(id, { kind: "rad", name: "Deltagare", title: "", values: [plainValue("kommun", party), plainValue("narvaro", value), plainValue("ersattare")] });
  const view = plan();
  return { ...view, form: { ...view.form, kinds: [kind], parts: [], objects: [row("r1", "Norra", first), row("r2", "Södra", second)] } };
}

test("a digit says how somebody was there, and the next row has its turn", async () => {
  const written = vi.fn(() => notes());
  answer({ write_field: written });
  render(Attendance, { editing: new Editing(notes()), kind, disabled: false });
  screen.getAllByRole("radio")[0]!.focus();
  await userEvent.keyboard("2");
  await vi.waitFor(() => expect(written).toHaveBeenCalledWith({ document: plan().line.id, form: { object: "r1", field: "narvaro", value: { type: "plain", text: "borta" } } }));
  expect(screen.getByRole("radiogroup", { name: "Närvaro, Södra" })).toContainElement(document.activeElement as HTMLElement);
});

test("a digit that asks who came instead leads to that, and Enter from there to the next row", async () => {
  // The file's own words come back as they were written.
  answer({ write_field: () => notes("har", "annan") });
  render(Attendance, { editing: new Editing(notes()), kind, disabled: false });
  screen.getAllByRole("radio")[0]!.focus();
  await userEvent.keyboard("3");
  await vi.waitFor(() => expect(screen.getByLabelText("Ersättare eller gäst")).toHaveFocus());
  await userEvent.keyboard("{Enter}");
  expect(screen.getByRole("radiogroup", { name: "Närvaro, Södra" })).toContainElement(document.activeElement as HTMLElement);
});

test("what a presence asks for stands below the row, and nowhere else", () => {
  render(Attendance, { editing: new Editing(notes("annan")), kind, disabled: false });
  expect(screen.getAllByLabelText("Ersättare eller gäst")).toHaveLength(1);
});

test("who somebody is is read until the row is opened, and changed there", async () => {
  render(Attendance, { editing: new Editing(notes()), kind, disabled: false });
  expect(screen.queryByLabelText("Kommun")).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Fler uppgifter om Södra" }));
  expect(screen.getByLabelText("Kommun")).toHaveValue("Södra");
});
