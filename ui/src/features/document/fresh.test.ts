import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { object, plainValue, plan } from "../../api/fixture";
import { answer, silence } from "../../api/mock";
import { Editing } from "./editing.svelte";
import Fields from "./Fields.svelte";
import { Fresh } from "./fresh.svelte";

afterEach(silence);

/** A plan with an activity that has a heading and lacks its method. */
function lacking() {
  const begun = plan();
  const empty = { field: "metod", value: { type: "rich" as const, blocks: [] }, derived: false, disputed: false };
  const made = object("a3", { parent: "g1", values: [plainValue("rubrik", "Samordnad utskrivning"), empty] });
  return {
    ...begun,
    form: { ...begun.form, objects: [...begun.form.objects, made] },
    findings: [{ severity: "blocking" as const, code: "required-missing", text: "Metod saknas.", hint: "", at: "Metod", object: "a3", field: "metod", row: null, column: null, part: null, document: null }],
  };
}

function show(editing: Editing) {
  const fields = editing.kind("activity")!.fields.filter(({ id }) => id !== "belopp");
  render(Fields, { editing, object: "a3", fields, disabled: false, onpicture: async () => {} });
}

/** The activity as it stands when somebody has just added it. */
async function made() {
  answer({ add_object: () => ({ object: "a3", document: lacking() }) });
  const editing = new Editing(plan());
  editing.begin(editing.kind("activity")!, "g1");
  await editing.save();
  return editing;
}

const quiet = () => screen.queryByText("Kvar att fylla i");
const loud = () => screen.queryByText("Saknas och hindrar inlämning");

test("what something has lacked for long hinders, and is marked", () => {
  show(new Editing(lacking()));
  expect(loud()).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "Metod" })).toHaveAttribute("aria-invalid", "true");
});

test("what something just made lacks is left to write, also where one has been in the field", async () => {
  show(await made());
  expect(quiet()).toBeInTheDocument();
  expect(loud()).toBeNull();
  expect(screen.getByRole("textbox", { name: "Metod" })).toHaveAttribute("aria-invalid", "false");

  await userEvent.click(screen.getByLabelText("Rubrik"));
  await userEvent.tab();
  expect(screen.getByRole("textbox", { name: "Metod" })).toHaveFocus();
  expect(quiet()).toBeInTheDocument();

  await userEvent.click(screen.getByLabelText("Rubrik"));
  expect(quiet()).toBeInTheDocument();
  expect(loud()).toBeNull();
});

test("what has been filled in is not missing while the file has not been told", async () => {
  const release: (() => void)[] = [];
  const filled = () => ({ ...lacking(), findings: [] });
  answer({ write_field: () => new Promise((resolve) => release.push(() => resolve(filled()))) });
  const editing = new Editing({ ...lacking(), findings: lacking().findings.map((found) => ({ ...found, field: "rubrik" })) });
  show(editing);
  expect(loud()).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText("Rubrik"), "er");
  expect(loud()).toBeNull();
  expect(screen.getByLabelText("Rubrik")).not.toHaveAttribute("aria-invalid");
  await userEvent.tab();
  await vi.waitFor(() => expect(release).toHaveLength(1));
  expect(loud()).toBeNull();
  release[0]!();
  await vi.waitFor(() => expect(editing.isUnsaved).toBe(false));
  expect(loud()).toBeNull();
});

test("until somebody asks what is wrong with the document", async () => {
  const editing = await made();
  editing.ask();
  show(editing);
  expect(loud()).toBeInTheDocument();
});

test("all of a document that has just been begun is new, and none of another one", () => {
  const fresh = new Fresh();
  fresh.addAll(lacking());
  expect(["a3", lacking().line.id].map((id) => fresh.isNew(id))).toEqual([true, true]);
  expect(fresh.isNew("elsewhere")).toBe(false);
});
