import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { field, object, plan } from "../../api/fixture";
import { answer, silence } from "../../api/mock";
import type { DocumentView, FindingView } from "../../api";
import { Editing } from "./editing.svelte";
import { enterCell } from "./enter";
import Fields from "./Fields.svelte";
import Lines from "./Lines.svelte";

afterEach(silence);

const financing = field("finansiering", { label: "Finansiering", widget: "table", columns: [field("part", { label: "Part" }), field("kronor", { label: "Kronor", widget: "money" })] });

/** An activity with a table of these rows, and what is found fault with. */
function activity(rows: string[][], findings: Partial<FindingView>[] = []): DocumentView {
  const view = plan();
  const made = object("a3", { parent: "g1", values: [{ field: "finansiering", value: { type: "table", rows }, derived: false, disputed: false }] });
  const found = { severity: "blocking" as const, code: "financing-differs", text: "", hint: "", at: "", object: "a3", field: "finansiering", row: null, column: null, part: null, document: null };
  return { ...view, form: { ...view.form, objects: [...view.form.objects, made] }, findings: findings.map((other) => ({ ...found, ...other })) };
}

test("a row is not found fault with while one writes in it, nor is its table, but other rows are", async () => {
  const lacks = { code: "required-missing", row: 1 };
  const written = vi.fn(() => activity([["Region", ""], ["Kommun", ""]], [lacks, { text: "Budgeten är inte finansierad." }, { code: "strange", text: "Rad 2 är konstig.", row: 2 }]));
  answer({ write_field: written });
  const editing = new Editing(activity([["Region", ""]], [lacks]));
  render(Fields, { editing, object: "a3", fields: [financing], disabled: false, onpicture: async () => {} });
  await userEvent.click(screen.getByRole("button", { name: /^Lägg till en rad: / }));
  await userEvent.keyboard("Kommun");
  await userEvent.tab();
  await vi.waitFor(() => expect(written).toHaveBeenCalled());
  await vi.waitFor(() => expect(editing.isUnsaved).toBe(false));
  expect(screen.getByRole("textbox", { name: "Kronor, rad 2" })).toHaveFocus();
  expect(screen.queryByText("Rad 2 är konstig.")).toBeNull();
  expect(screen.queryByText("Budgeten är inte finansierad.")).toBeNull();
  expect(screen.getByText("Saknas och hindrar inlämning")).toBeInTheDocument();

  await userEvent.click(screen.getByRole("textbox", { name: "Part, rad 1" }));
  expect(await screen.findByText("Rad 2 är konstig.")).toBeInTheDocument();
  expect(screen.getByText("Budgeten är inte finansierad.")).toBeInTheDocument();
});

test("what a cell lacks is said with its place, is marked in the cell, and is gone to", () => {
  const editing = new Editing(activity([["Region", ""]], [{ code: "required-missing", row: 1, column: "kronor" }]));
  render(Fields, { editing, object: "a3", fields: [financing], disabled: false, onpicture: async () => {} });
  expect(screen.getByText("Kronor, rad 1: Saknas och hindrar inlämning")).toBeInTheDocument();
  const cell = screen.getByRole("textbox", { name: "Kronor, rad 1" });
  expect(cell).toBeInvalid();
  expect(screen.getByRole("textbox", { name: "Part, rad 1" })).toBeValid();
  enterCell(document.getElementById("f-a3-finansiering"), 1, "kronor");
  expect(cell).toHaveFocus();
});

test("what the template says of a column stands above the rows once, and is heard in each cell", async () => {
  const columns = [field("vad", { label: "Vad", help: "Det som ska redovisas." }), field("dag", { label: "Dag", widget: "date" as const, help: "" })];
  const table = { ...financing, columns };
  const { rerender } = render(Fields, { editing: new Editing(activity([])), object: "a3", fields: [table], disabled: false, onpicture: async () => {} });
  expect(screen.queryByText("Det som ska redovisas.")).toBeNull();
  await rerender({ editing: new Editing(activity([["a", ""], ["b", ""]])) });
  expect(screen.getAllByText("Det som ska redovisas.")).toHaveLength(1);
  for (const row of [1, 2]) {
    expect(screen.getByRole("textbox", { name: `Vad, rad ${row}` })).toHaveAccessibleDescription("Det som ska redovisas.");
    expect(screen.getByRole("textbox", { name: `Dag, rad ${row}` })).not.toHaveAttribute("aria-describedby");
  }
});

/** Shows a list of lines; what is told of each change. */
function list(...lines: string[]) {
  const onchange = vi.fn();
  render(Lines, {
    id: "f-1", field: field("mal", { label: "Mål", widget: "lines" }), value: { type: "lines", lines },
    turn: 0, invalid: false, disabled: false, form: plan().form, onchange, onleave: vi.fn(),
  });
  return onchange;
}

test("a list that is pasted into a line becomes lines, and one writes on in the last", async () => {
  const onchange = list("ett", "fyra");
  await userEvent.click(screen.getByRole("textbox", { name: "Mål, rad 1" }));
  await userEvent.paste("\ntvå\n\n  tre");
  expect(onchange).toHaveBeenLastCalledWith({ type: "lines", lines: ["ett", "två", "tre", "fyra"] });
  expect(screen.getByRole("textbox", { name: "Mål, rad 3" })).toHaveFocus();
});

test("Enter makes a line below the one that one writes in", async () => {
  const onchange = list("ett", "tre");
  await userEvent.click(screen.getByRole("textbox", { name: "Mål, rad 1" }));
  await userEvent.keyboard("{Enter}två");
  expect(onchange).toHaveBeenLastCalledWith({ type: "lines", lines: ["ett", "två", "tre"] });
});

test("the focus goes with a line that is moved, and stays with it at the end", async () => {
  const onchange = list("ett", "två", "tre");
  await userEvent.click(screen.getByRole("button", { name: "Flytta upp rad 2" }));
  expect(screen.getByRole("button", { name: "Flytta upp rad 1" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(onchange).toHaveBeenLastCalledWith({ type: "lines", lines: ["två", "ett", "tre"] });
});
