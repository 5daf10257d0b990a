import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { ApiError, PagesView, Run, TextBlock, WorkspaceView } from "../api";
import { line, plan as document_ } from "../api/fixture";
import { answer, silence } from "../api/mock";
import App from "./App.svelte";

const workspace: WorkspaceView = { name: "Gruppen", file: "gruppen.missiv", readOnly: null, me: null };
const plan = line({ state: "adopted" });
const report = line({ id: "22222222-2222-2222-2222-222222222222", name: "Rapport", title: "Halvåret 2025", blocking: 3, warnings: 1 });
const missing: ApiError = { code: "file-missing", args: {}, message: "Filen a.missiv finns inte.", hints: ["Leta efter den."] };

const run = (text: string, bold = false): Run[] => [{ text, bold, italic: false, link: null }];

const pages = (count: number): PagesView => ({ sheets: Array(count).fill({ width: 2100, height: 2970 }) });

/** The observers that wait for sheets, so that a test can bring one near. */
let observers: { element: Element; near: (is: boolean) => void }[];

beforeEach(() => {
  observers = [];
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal("IntersectionObserver", class {
    constructor(private readonly told: (seen: object[]) => void) {}
    observe(element: Element) {
      observers.push({ element, near: (is) => this.told([{ isIntersecting: is }]) });
    }
    disconnect() {}
  });
});
afterEach(silence);

/** The window over a program that has a workspace open; `other` answers in place of the usual. */
function open(other: Parameters<typeof answer>[0] = {}) {
  answer({
    current: () => workspace,
    open_dialog: () => null,
    documents: () => [plan, report],
    document: ({ document }) => document_({ line: document === report.id ? report : plan }),
    spots: () => [],
    people: () => [],
    profiles: () => [],
    recent: () => [],
    year: () => ({ year: 2025, today: "2025-03-01", years: [2025], documents: [], due: [], meetings: [], spans: [] }),
    pages: () => pages(4),
    page: () => new ArrayBuffer(8),
    text: () => [],
    ...other,
  });
  return render(App);
}

/** The window with the plan's form in it. */
async function openPlan(other: Parameters<typeof answer>[0] = {}) {
  const rendered = open(other);
  await userEvent.click(await screen.findByRole("button", { name: /^Plan 2025/ }));
  return rendered;
}

test("shows the documents with their states and faults in words", async () => {
  open();
  const items = within(await screen.findByRole("list", { name: "Dokument" })).getAllByRole("button", { name: /2025/ });
  expect(items.map((item) => item.textContent?.replace(/\s+/g, " ").replaceAll(" ,", ",").trim())).toEqual([
    "Plan 2025, Fastställd",
    "Halvåret 2025 Rapport, Utkast, 3 saker hindrar inlämning, 1 sak bör ses över",
  ]);
});

test("opens the document that is chosen, and another", async () => {
  await openPlan();
  expect(await screen.findByRole("heading", { level: 1, name: "Plan 2025" })).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: /Halvåret 2025/ }));
  expect(await screen.findByRole("heading", { level: 1, name: "Halvåret 2025" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: /Halvåret 2025/ })).toHaveAttribute("aria-current", "page");
});

test("fetches a page when it comes near and lets it go when it is far", async () => {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(500);
  const page = vi.fn(() => new ArrayBuffer(8));
  const { container } = await openPlan({ page });
  await screen.findByText("Sida 1 av 4");
  expect(page).not.toHaveBeenCalled();

  observers[2]!.near(true);
  await vi.waitFor(() => expect(container.querySelectorAll(".sheet img")).toHaveLength(1));
  expect(page).toHaveBeenCalledExactlyOnceWith({ document: plan.id, number: 2, width: 500 });

  observers[2]!.near(false);
  await vi.waitFor(() => expect(container.querySelectorAll(".sheet img")).toHaveLength(0));
});

test("hides the pictures from assistive technology and says where the text is", async () => {
  const { container } = await openPlan();
  await screen.findByText("Sida 1 av 4");
  expect(container.querySelector(".sheet")?.closest("[aria-hidden=true]")).not.toBeNull();
  expect(screen.getByRole("region", { name: "Sidorna som de skrivs ut" })).toHaveAccessibleDescription(/Läs som text/);
});

test("reads the pages as headings, lists and tables", async () => {
  const text: TextBlock[] = [
    { type: "heading", level: 1, text: run("Planen") },
    { type: "paragraph", text: [...run("Metod: ", true), ...run("ett stycke.")] },
    { type: "list", numbered: true, items: ["Ett", "Två"].map((text) => [{ type: "paragraph", text: run(text) }]) },
    { type: "table", head: [run("Mått"), run("2025")], rows: [[run("Fall"), run("17 %")]] },
  ];
  await openPlan({ text: () => text });
  await userEvent.click(await screen.findByRole("button", { name: "Läs som text" }));
  const region = within(screen.getByRole("region", { name: "Dokumentet som text" }));
  expect(await region.findByRole("heading", { level: 2, name: "Planen" })).toBeInTheDocument();
  expect(region.getByText("Metod:", { selector: "strong" }).parentElement).toHaveTextContent("Metod: ett stycke.");
  expect(region.getAllByRole("listitem")).toHaveLength(2);
  const table = within(region.getByRole("table", ));
  expect(table.getByRole("columnheader", { name: "2025" })).toBeInTheDocument();
  expect(table.getByRole("rowheader", { name: "Fall" })).toBeInTheDocument();
});

test("says what to do when nothing is open", async () => {
  open({ current: () => null });
  expect(await screen.findByRole("heading", { level: 1, name: "Öppna gruppens arbetsfil" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: /Öppna …/ })).toBeInTheDocument();
});

test("says why the file named at the start could not be opened", async () => {
  open({ current: () => Promise.reject(missing) });
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("Filen a.missiv finns inte.");
  expect(alert).toHaveTextContent("Leta efter den.");
});

test("keeps what is open when another file cannot be opened", async () => {
  await openPlan({ open_dialog: () => Promise.reject(missing) });
  await userEvent.keyboard("{Control>}o{/Control}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Filen a.missiv finns inte.");
  expect(await screen.findByRole("heading", { level: 1, name: "Plan 2025" })).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Stäng meddelandet" }));
  expect(screen.queryByRole("alert")).toBeNull();
});

test("opens another file by Ctrl+O, with the focus on where one is", async () => {
  let asked = 0;
  open({
    current: () => null,
    open_dialog: () => (asked++, workspace),
  });
  await screen.findByRole("button", { name: /Öppna …/ });
  await userEvent.keyboard("{Control>}o{/Control}");
  await vi.waitFor(() => expect(screen.getByRole("button", { name: "Året" })).toHaveFocus());
  expect(asked).toBe(1);
});

test("says a bug in plain words, with what to do", async () => {
  open({ current: () => Promise.reject("Command current not found") });
  expect(await screen.findByRole("alert")).toHaveTextContent(/Något gick fel i programmet.*Försök igen/);
});

test("leaves out what has no pages", async () => {
  await openPlan({ documents: () => [{ ...plan, id: "33333333-3333-3333-3333-333333333333", title: "Gruppen", printed: false }, plan] });
  expect(await screen.findByRole("heading", { level: 1, name: "Plan 2025" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /Gruppen/ })).toBeNull();
});

test("says why the file can only be read, until that is put away", async () => {
  open({ current: () => ({ ...workspace, readOnly: { message: "Filen är öppen hos en annan.", hints: ["Vänta."] } }) });
  expect(await screen.findByRole("note")).toHaveTextContent("Filen är öppen hos en annan. Vänta.");
  await userEvent.click(screen.getByRole("button", { name: "Stäng meddelandet" }));
  expect(screen.queryByRole("note")).toBeNull();
});

test("offers another try when the pages cannot be set", async () => {
  let tries = 0;
  await openPlan({ pages: () => (tries++ ? pages(2) : Promise.reject({ ...missing, message: "Mallen saknas." })) });
  expect(await screen.findByRole("alert")).toHaveTextContent("Mallen saknas.");
  await userEvent.click(screen.getByRole("button", { name: "Försök igen" }));
  expect(await screen.findByText("Sida 1 av 2")).toBeInTheDocument();
});

test("offers another try when the documents cannot be had", async () => {
  let tries = 0;
  open({ documents: () => (tries++ ? [plan] : Promise.reject({ ...missing, message: "Filen är skadad." })) });
  expect(await screen.findByRole("alert")).toHaveTextContent("Filen är skadad.");
  await userEvent.click(screen.getByRole("button", { name: "Försök igen" }));
  expect(await screen.findByRole("button", { name: /^Plan 2025/ })).toBeInTheDocument();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("says the next step when the file has no documents", async () => {
  open({ documents: () => [] });
  await screen.findByRole("button", { name: "Året" });
  await userEvent.keyboard("{Control>}2{/Control}");
  expect(await screen.findByRole("heading", { level: 2, name: "Filen har inga dokument än" })).toBeInTheDocument();
  await userEvent.click(within(screen.getByRole("main")).getByRole("button", { name: "Året" }));
  expect(await screen.findByRole("heading", { level: 2, name: "Året 2025" })).toBeInTheDocument();
});

/** A document that the year can begin. */
const report2 = { document: null, template: "halvar", concept: "report", name: "Halvårsrapport", filled: 0, required: 3, carries: false, another: false, memo: null, lacksMemo: false, due: null };
const yearOf = (documents: object[]) => ({ year: 2025, today: "2025-03-01", years: [2025], documents, next: 0, due: [], meetings: [], spans: [] });

test("finds what can be begun, and begins it", async () => {
  const begin = vi.fn(() => report.id);
  await openPlan({ search: () => [], year: () => yearOf([report2]), begin });
  await screen.findByRole("heading", { level: 1, name: "Plan 2025" });
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(screen.getByRole("combobox"), "börja");
  await screen.findByRole("option", { name: /^Börja på Halvårsrapport/ });
  await userEvent.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: "Halvåret 2025" })).toBeInTheDocument();
  expect(begin).toHaveBeenCalledExactlyOnceWith({ template: "halvar", year: 2025 });
});

test("what is ready is handed in from the year by way of what is wrong with it", async () => {
  open({ year: () => yearOf([{ ...report2, document: plan.id, name: "Plan", concept: "plan" }]), documents: () => [line()], document: () => document_() });
  await userEvent.click(await screen.findByRole("button", { name: "Lämna in Plan …" }));
  expect(await screen.findByRole("heading", { level: 2, name: "Inget hindrar inlämning" })).toBeInTheDocument();
});

test("what has been sent back is gone on with, and not told to be handed in", async () => {
  open({ year: () => yearOf([{ ...report2, document: plan.id, name: "Plan", concept: "plan" }]), documents: () => [line({ edition: "1.0", sentBack: "Budgeten ska delas upp." })] });
  expect(await screen.findByText(/^Plan 2025 har skickats tillbaka\./)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Fortsätt med Plan" })).toBeInTheDocument();
});

test("what is late says so where the year's documents stand, and which year what is due is about", async () => {
  const due = { day: "2025-01-20", days: -40, title: "Halvårsrapport", to: "till ledningen", note: "", year: 2024, document: null, template: "halvar" };
  open({ year: () => ({ ...yearOf([{ ...report2, due }]), due: [due] }) });
  expect(await screen.findByRole("cell", { name: /20 januari 2025 till ledningen.*40 dagar för sent/ })).toBeInTheDocument();
  expect(screen.getByText("Halvårsrapport 2024")).toBeInTheDocument();
});

test("tells what a plan was made of that was carried over", async () => {
  open({ year: () => yearOf([{ ...report2, name: "Plan", concept: "plan", carries: true }]), carry_over: () => plan.id });
  await userEvent.click(await screen.findByRole("button", { name: "Skapa Plan från förra året" }));
  await expect.poll(() => document.querySelector(".told")).toHaveTextContent("Plan är skapad. Det som inte blev klart förra året är med.");
});

test("the arrow keys go through the menu of acts, and what cannot be done says why", async () => {
  await openPlan({ documents: () => [line()], document: () => document_() });
  screen.getByLabelText("Lämna in, fastställ med mera").click();
  screen.getByLabelText("Lämna in, fastställ med mera").focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(screen.getByRole("button", { name: "Skriv ut …" })).toHaveFocus();
  await userEvent.keyboard("{ArrowUp}");
  expect(screen.getByRole("button", { name: "Exportera flera …" })).toHaveFocus();
  await userEvent.keyboard("{Home}{ArrowDown}{ArrowDown}{ArrowDown}");
  expect(screen.getByRole("button", { name: "Fastställ …" })).toHaveFocus();
  expect(screen.getByRole("button", { name: "Fastställ …" })).toHaveAttribute("title", "Först när dokumentet är inlämnat");
});

test("finds first what is called as one writes", async () => {
  await openPlan({ search: () => [] });
  await screen.findByRole("heading", { level: 1, name: "Plan 2025" });
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(screen.getByRole("combobox"), "dokument");
  const options = within(screen.getByRole("listbox")).getAllByRole("option").map((option) => option.firstElementChild?.textContent);
  expect(options).toEqual(["Dokumentet", "Dokumenthuvud", "Kopiera hela dokumentet till Word"]);
});
