import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { object, plainValue, plan } from "../api/fixture";
import { answer, silence } from "../api/mock";
import type { DocumentView, ObjectView } from "../api";
import { Editing } from "../features/document/editing.svelte";
import { Session } from "../features/session/session.svelte";
import Document from "./Document.svelte";

beforeEach(() => void vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} })));
afterEach(silence);

const goal = object("g2", { kind: "goal", number: "2", name: "Mål 2", title: "Fler ska få plan" });

/** The plan with a second goal, and with others in it or without some. */
function holding({ more = [], without = [] }: { more?: ObjectView[]; without?: string[] } = {}): DocumentView {
  const view = plan();
  const objects = [...view.form.objects, goal, ...more].filter(({ id, parent }) => ![id, parent].some((one) => one && without.includes(one)));
  return { ...view, form: { ...view.form, objects } };
}

function show(view: DocumentView, at: string, part = "goal") {
  const editing = new Editing(view);
  const session = new Session();
  const ontell = vi.fn();
  session.go({ view: "document", document: view.line.id, part, object: at });
  render(Document, { session, editing, isPageShown: false, disabled: false, ontell, onpicture: async () => {}, onbegun: () => {} });
  return { editing, session, ontell };
}

const typed = (id: string, field: string, text: string) => ({ document: plan().line.id, form: { object: id, field, value: { type: "plain", text } } });

test.each([
  ["Lägg till aktivitet", "Rubrik", "activity", "g1"],
  ["Lägg till indikator", "rubrik", "indicator", "g1"],
  ["Lägg till mål", "rubrik", "goal", null],
])("whoever presses “%s” and types on at once finds every letter in the new row", async (name, label, kind, parent) => {
  const made: (() => void)[] = [];
  const values = ["rubrik", "belopp"].map((id) => plainValue(id));
  const longer = () => holding({ more: [object("n1", { kind, parent, name: "Den nya", title: "", values })] });
  const written = vi.fn(longer);
  answer({ add_object: () => new Promise((resolve) => made.push(() => resolve({ object: "n1", document: longer() }))), write_field: written });
  const { editing } = show(holding(), "g1");

  screen.getAllByRole("button", { name: new RegExp(`^${name}`) })[0]!.focus();
  await userEvent.setup({ delay: null }).keyboard("{Enter}Anhöriga");
  const field = screen.getByRole("textbox", { name: label });
  expect(made).toHaveLength(1);
  expect(field).toHaveValue("Anhöriga");

  made[0]!();
  await userEvent.setup({ delay: null }).keyboard("s röst");
  await vi.waitFor(() => expect(screen.getByRole("heading", { level: 2, name: "Den nya" })).toBeInTheDocument());
  expect(screen.getByRole("textbox", { name: label })).toBe(field);
  expect(field).toHaveFocus();
  expect(field).toHaveValue("Anhörigas röst");
  await editing.save();
  expect(written).toHaveBeenLastCalledWith(typed("n1", "rubrik", "Anhörigas röst"));
});

test("what is taken away is told, and pressing on takes away nothing more", async () => {
  const gone: string[] = [];
  answer({ remove_object: ({ object }) => { gone.push(object as string); return holding({ without: gone }); } });
  const { ontell } = show(holding(), "a1");
  screen.getByRole("button", { name: "Ta bort aktivitet 1.1" }).focus();
  await userEvent.setup({ delay: null }).keyboard("{Enter}{Enter}{Enter}");
  await vi.waitFor(() => expect(screen.getByRole("button", { name: /Aktiviteten 2/, current: true })).toHaveFocus());
  await userEvent.keyboard("{Enter}{Enter}");
  expect(gone).toEqual(["a1"]);
  expect(ontell).toHaveBeenCalledExactlyOnceWith("Tog bort aktivitet 1.1 ”Aktiviteten 1”. Ångra med Ctrl+Z.");
});

test.each([
  ["a2", "Ta bort aktivitet 1.2", /^1\.1/, []],
  ["a2", "Ta bort aktivitet 1.2", /Trygg utskrivning/, ["a1"]],
  ["b1", "Ta bort aktivitet 2.1", /Fler ska få plan/, []],
])("in the place of %s comes the one before it, or the goal that it stood below", async (id, name, next, without) => {
  const more = [object("b1", { parent: "g2", number: "2.1", name: "Aktivitet 2.1", title: "Skriv plan" })];
  answer({ remove_object: () => holding({ more, without: [...without, id] }) });
  show(holding({ more, without }), id);
  screen.getByRole("button", { name }).focus();
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(document.activeElement).toHaveAttribute("data-object"));
  expect(document.activeElement).toHaveTextContent(next);
  expect(document.activeElement).toHaveAttribute("aria-current", "true");
});

test("where nothing in the list stands for what comes, the focus is on its heading", async () => {
  const other = object("i2", { kind: "indicator", parent: "g1", name: "Indikator 2", title: "Vikt" });
  answer({ remove_object: () => holding({ more: [other], without: ["i1"] }) });
  show(holding({ more: [other] }), "i1");
  screen.getByRole("button", { name: "Ta bort indikator 1" }).focus();
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(screen.getByRole("heading", { level: 2, name: "Indikator 2" })).toHaveFocus());
});

test("what cannot be taken away keeps the focus and the place", async () => {
  const error = { code: "read-only-locked", args: {}, message: "Filen är låst.", hints: [] };
  answer({ remove_object: () => Promise.reject(error) });
  const { ontell } = show(holding(), "a1");
  screen.getByRole("button", { name: "Ta bort aktivitet 1.1" }).focus();
  await userEvent.keyboard("{Enter}");
  await screen.findByText(/Filen är låst/);
  expect(screen.getByRole("button", { name: "Ta bort aktivitet 1.1" })).toHaveFocus();
  expect(ontell).not.toHaveBeenCalled();
});

test("an indicator that is opened has the focus on its heading, and so has the goal one goes back to", async () => {
  show(holding(), "g1");
  await userEvent.click(screen.getByRole("button", { name: "Öppna Fall" }));
  await vi.waitFor(() => expect(screen.getByRole("heading", { level: 2, name: "Indikator 1" })).toHaveFocus());
  await userEvent.click(screen.getByRole("button", { name: "Tillbaka till Mål 1" }));
  await vi.waitFor(() => expect(screen.getByRole("heading", { level: 2, name: "Mål 1" })).toHaveFocus());
});

test("a list of nothing but people adds one in words, and a person without a name lacks a name", () => {
  const view = holding();
  const kinds = [...view.form.kinds, { ...view.form.kinds[1]!, id: "person", concept: "person", label: "Person", plural: "Personer", children: [] }];
  const parts = [...view.form.parts, { id: "person", label: "Personer", content: "objects" as const, fields: [] }];
  show({ ...view, form: { ...view.form, kinds, parts, objects: [object("p1", { kind: "person", name: "Person 1", title: "" })] } }, "p1", "person");
  expect(screen.getByText("Lägg till person")).toBeInTheDocument();
  expect(screen.getByText("Person 1, ännu utan namn")).toBeInTheDocument();
});

test.each([
  ["head", "Föregående del", /^Nästa:/],
  ["budget", "Nästa del", /^Föregående:/],
])("the step beyond the end at %s has a whole name and leads nowhere, the other says where to", async (part, ended, other) => {
  answer({ text: () => [] });
  const view = plan();
  const { session } = show(view, view.line.id, part);
  const button = screen.getByRole("button", { name: ended });
  expect(button).toHaveAttribute("aria-disabled", "true");
  await userEvent.click(button);
  expect(session.place.part).toBe(part);
  expect(screen.getByRole("button", { name: other })).toBeEnabled();
});
