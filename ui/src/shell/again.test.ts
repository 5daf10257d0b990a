// What stays and what is shown anew: after undo, after another copy, in another year, and with another file in view.
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { ConflictView } from "../api";
import { line, object, plainValue, plan as document_ } from "../api/fixture";
import { answer, silence } from "../api/mock";
import { say } from "../kit/words";
import App from "./App.svelte";

const plan = line();
const conflict: ConflictView = { document: plan.id, title: plan.title, object: plan.id, field: "datum", place: "Datum", whole: "", alternatives: ["ett", "två"].map((text) => ({ text, parts: [{ kind: "same", text }], removed: false, shown: false, author: text, at: "" })) as ConflictView["alternatives"], suggestion: null, start: "två" };
const undo = { undo: "Löste en konflikt", redo: null };

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
});
afterEach(silence);

const year = (year: number | null) => ({ year: year ?? 2025, today: "2025-03-01", years: [2025], documents: [], due: [], meetings: [], spans: [], next: null });

/** The window over an open workspace; `other` answers in place of the usual. */
async function open(other: Parameters<typeof answer>[0] = {}) {
  answer({
    current: () => ({ name: "Gruppen", file: "gruppen.missiv", readOnly: null, me: null }),
    documents: () => [plan],
    document: () => document_({ line: plan, undo }),
    conflicts: () => [],
    copies_beside: () => [],
    people: () => [],
    profiles: () => [],
    recent: () => [{ name: "Den andra", path: "/b.missiv" }],
    year: ({ year: of }) => year(of as number | null),
    meetings: ({ year: of }) => ({ year: of ?? 2024, today: "2024-03-01", plan: null, lacks: [], meetings: [], bodies: [] }),
    undo: () => ({ action: "Löste en konflikt", places: [] }),
    ...other,
  });
  render(App);
  await screen.findByRole("button", { name: "Året" });
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const told = () => document.querySelector(".told")?.textContent;

/** The plan's form, with its day in the focus. */
async function openDay() {
  await press(/^Plan 2025/);
  const outline = await screen.findByRole("button", { name: /^Dokumenthuvud/ });
  await userEvent.click(outline);
  const day = await screen.findByLabelText("Datum");
  day.focus();
  return day;
}

test("a conflict that was settled and taken back is shown again, and what was told goes with the view", async () => {
  let found = [conflict];
  await open({
    conflicts: () => found,
    resolve: () => (found = []),
    undo: () => {
      found = [conflict];
      return { action: "Löste en konflikt", places: [] };
    },
  });
  await press(/^Konflikter/);
  await userEvent.click(await screen.findByRole("button", { name: "Behåll det som skrevs av ett" }));
  expect(await screen.findByRole("heading", { name: "Inga konflikter" })).toHaveFocus();
  await userEvent.keyboard("{Control>}z{/Control}");
  const heading = await screen.findByRole("heading", { name: "Datum" });
  await vi.waitFor(() => expect(heading).toHaveFocus());
  await vi.waitFor(() => expect(told()).toBe("Ångrade: Löste en konflikt"));
  await press("Året");
  expect(told()).toBe("");
});

test("undo shows the year anew, too", async () => {
  const asked = vi.fn(({ year: of }) => year(of));
  await open({ year: asked });
  await screen.findByRole("heading", { name: "Året 2025" });
  expect(asked).toHaveBeenCalledOnce();
  await userEvent.keyboard("{Control>}z{/Control}");
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
});

test("undo keeps the focus in the field while the rest is asked for", async () => {
  let go = () => {};
  let isHeld = false;
  await open({ documents: () => (isHeld ? new Promise((done) => (go = () => done([plan]))) : [plan]) });
  await openDay();
  isHeld = true;
  await userEvent.keyboard("{Control>}z{/Control}");
  await vi.waitFor(() => expect(screen.getByLabelText("Datum")).toHaveFocus());
  isHeld = false;
  go();
  await vi.waitFor(() => expect(told()).toMatch(/^Ångrade/));
  expect(screen.getByLabelText("Datum")).toHaveFocus();
});

test("another copy leaves the focus in the field", async () => {
  await open({ search: () => [], merge_dialog: () => ({ sentences: ["Kopian är inläst."], conflicts: 0 }) });
  await openDay();
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(screen.getByRole("combobox"), "kollegas{Enter}");
  await vi.waitFor(() => expect(told()).toBe("Kopian är inläst."));
  await vi.waitFor(() => expect(screen.getByLabelText("Datum")).toHaveFocus());
});

test("the year goes along between the year's view and its meetings", async () => {
  await open();
  await screen.findByRole("heading", { name: "Året 2025" });
  await press("Möten");
  await screen.findByRole("heading", { name: /2025/, level: 2 });
  await press("2026");
  await screen.findByRole("heading", { name: /2026/, level: 2 });
  await press("Året");
  await screen.findByRole("heading", { name: "Året 2026" });
  await press("2027");
  await screen.findByRole("heading", { name: "Året 2027" });
  await press("Uppdrag och åtgärder");
  await press("Möten");
  await screen.findByRole("heading", { name: /2027/, level: 2 });
});

test("Ctrl+N leads from an open file to the ways to another, with all written, and back", async () => {
  const write = vi.fn(() => document_({ line: plan, undo }));
  const take = vi.fn(() => ({ name: "Den andra", file: "b.missiv", readOnly: null, me: null }));
  await open({ write_field: write, open_recent: take });
  await userEvent.type(await openDay(), "2025-02-01");
  await userEvent.keyboard("{Control>}n{/Control}");
  await vi.waitFor(() => expect(screen.getByRole("button", { name: /Ny arbetsfil/ })).toHaveFocus());
  expect(write).toHaveBeenCalledOnce();
  expect(screen.getByRole("button", { name: "Titta på ett exempelår" })).toBeInTheDocument();
  await press("Tillbaka till Gruppen");
  expect(await screen.findByLabelText("Datum")).toBeInTheDocument();
  await userEvent.keyboard("{Control>}n{/Control}");
  await userEvent.click(await screen.findByRole("button", { name: /Den andra/ }));
  expect(await screen.findByRole("heading", { name: "Året 2025" })).toBeInTheDocument();
  expect(take).toHaveBeenCalledOnce();
});

test("a file that is not written yet is not left", async () => {
  await open({ write_field: () => Promise.reject({ code: "disk", args: {}, message: "Disken är full.", hints: [] }) });
  await userEvent.type(await openDay(), "2025-02-01");
  await userEvent.keyboard("{Control>}n{/Control}");
  expect(await screen.findByText("Disken är full.")).toBeInTheDocument();
  expect(screen.getByLabelText("Datum")).toBeInTheDocument();
});

test("whoever has nothing more to undo is told so, and not of what was undone before", async () => {
  let left = ["Ändrade ”datum”"];
  await open({
    document: () => document_({ line: plan, undo: { undo: left[0] ?? null, redo: null } }),
    undo: () => {
      left = [];
      return { action: "Ändrade ”datum”", places: [] };
    },
  });
  await openDay();
  await userEvent.keyboard("{Control>}z{/Control}");
  await vi.waitFor(() => expect(told()).toMatch(/^Ångrade/));
  await userEvent.keyboard("{Control>}z{/Control}");
  await vi.waitFor(() => expect(told()).toBe("Det finns inget mer att ångra."));
});

test("of presses that come faster than they are answered, those past the last are told that there is no more", async () => {
  let left = ["Ändrade ”datum”", "Ändrade ”rubrik”"];
  const taken = vi.fn(() => ({ action: left.pop()!, places: [] }));
  await open({ document: () => document_({ line: plan, undo: { undo: left.at(-1) ?? null, redo: null } }), undo: taken });
  await openDay();
  await userEvent.keyboard("{Control>}zzzz{/Control}");
  await vi.waitFor(() => expect(told()).toBe("Det finns inget mer att ångra."));
  expect(taken).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("what was undone is done again by the other shortcut of the office, too", async () => {
  const redo = vi.fn(() => ({ action: "Ändrade ”datum”", places: [] }));
  await open({ document: () => document_({ line: plan, undo: { undo: null, redo: "Ändrade ”datum”" } }), redo });
  await openDay();
  await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
  await vi.waitFor(() => expect(redo).toHaveBeenCalledOnce());
});

test("what is too much to come in at once is kept out of a line, and it is told", async () => {
  const write = vi.fn(() => document_({ line: plan, undo }));
  await open({ write_field: write });
  const day = await openDay();
  const data = { getData: (type: string) => (type === "text/plain" ? "x".repeat(600_000) : "") };
  await userEvent.paste(data as unknown as DataTransfer);
  expect(told()).toBe(say("window-paste-too-long"));
  expect(day).toHaveValue("");
  expect(write).not.toHaveBeenCalled();
});

test("a file whose only document was taken back has the way to do it again", async () => {
  const group = line({ id: "33333333-3333-3333-3333-333333333333", concept: "group", title: "Gruppen", printed: false });
  const redo = vi.fn(() => ({ action: "Började på dokumentet", places: [] }));
  await open({ documents: () => [group], document: () => document_({ line: group, undo: { undo: null, redo: "Började på dokumentet" } }), redo });
  await userEvent.keyboard("{Control>}2{/Control}");
  expect(await screen.findByText("Filen har inga dokument än")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Lägg till mål" })).toBeNull();
  await press("Gör om: Började på dokumentet");
  await vi.waitFor(() => expect(redo).toHaveBeenCalledOnce());
});

test("Ctrl+K leads to a field of what was added just now", async () => {
  const { form } = document_({ line: plan });
  const added = object("n1", { parent: "g1", name: "Aktivitet", values: ["rubrik", "belopp"].map((id) => plainValue(id)) });
  const longer = document_({ line: plan, form: { ...form, objects: [...form.objects, added] } });
  let isThere = false;
  await open({
    search: () => [],
    document: () => (isThere ? longer : document_({ line: plan, undo })),
    add_object: () => {
      isThere = true;
      return { object: "n1", document: longer };
    },
  });
  await press(/^Plan 2025/);
  await userEvent.click(await screen.findByRole("button", { name: "Lägg till aktivitet under Mål 1" }));
  await vi.waitFor(() => expect(isThere).toBe(true));
  await screen.findByLabelText("Belopp");
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(screen.getByRole("combobox"), "belopp{Enter}");
  await vi.waitFor(() => expect(screen.getByLabelText("Belopp")).toHaveFocus());
});

test("what stands below what is open is added by words, too", async () => {
  const add = vi.fn(() => Promise.reject({ code: "disk", args: {}, message: "Disken är full.", hints: [] }));
  await open({ search: () => [], document: () => document_({ line: plan, undo }), add_object: add });
  await press(/^Plan 2025/);
  await userEvent.click(await screen.findByRole("button", { name: /Aktiviteten 2/ }));
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(screen.getByRole("combobox"), "lägg till aktivitet{Enter}");
  await vi.waitFor(() => expect(add).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: "activity", placement: expect.objectContaining({ below: "g1" }) })));
});

test("an office that nobody holds leads to where one is added", async () => {
  const group = line({ id: "33333333-3333-3333-3333-333333333333", concept: "group", title: "Gruppen", printed: false });
  const finding = { code: "office-empty", severity: "warning", object: group.id, field: null, row: null, column: null, part: null, document: null, at: "", text: "Vice ordförande saknas i gruppen.", hint: "" };
  await open({
    documents: () => [plan, group],
    document: ({ document }) => document_(document === group.id ? { line: group, findings: [finding] } : { line: plan }),
    terms: () => ({ purpose: "", today: "2025-03-01", from: "", to: "", offices: [], preparers: [], people: 2 }),
  });
  await press(say("window-group"));
  await userEvent.click(await screen.findByRole("button", { name: "Vice ordförande saknas i gruppen." }));
  await vi.waitFor(() => expect(screen.getByRole("button", { name: "Lägg till mål" })).toHaveFocus());
});

test("a part that was moved back is stood on in its list", async () => {
  await open({ document: () => document_({ line: plan, undo: { undo: "Flyttade en del", redo: null } }), undo: () => ({ action: "Flyttade en del", places: [{ document: plan.id, object: "a2", field: "@parent" }] }) });
  await openDay();
  await userEvent.keyboard("{Control>}z{/Control}");
  await vi.waitFor(() => expect(document.activeElement).toHaveAttribute("data-object", "a2"));
});

test("whoever chooses another document in the list, and then the one before, is where they were in it; once more begins it anew", async () => {
  const report = line({ id: "22222222-2222-2222-2222-222222222222", name: "Rapport", title: "Rapport 2025" });
  await open({
    documents: () => [plan, report],
    document: ({ document }) => document_(document === report.id ? { line: report } : { line: plan, undo }),
  });
  const outline = (name: RegExp) => screen.findByRole("button", { name, current: true });
  await openDay();
  await press(/^Rapport 2025/);
  await screen.findByRole("heading", { level: 1, name: "Rapport 2025" });
  expect(await outline(/^Mål/)).toBeInTheDocument();
  await press(/^Plan 2025/);
  expect(await outline(/^Dokumenthuvud/)).toBeInTheDocument();
  await press("Kontroll");
  await press(/^Plan 2025/);
  expect(await outline(/^Dokumenthuvud/)).toBeInTheDocument();
  await press(/^Plan 2025/);
  expect(await outline(/^Mål/)).toBeInTheDocument();
});
