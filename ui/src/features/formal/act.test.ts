import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { FindingView } from "../../api";
import { line, plan } from "../../api/fixture";
import { answer, silence } from "../../api/mock";
import Act, { type Kind } from "./Act.svelte";

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) { this.open = true; };
});
afterEach(silence);

const view = plan({ line: line({ state: "submitted", edition: "1.0", changed: false }) });

function show(kind: Kind, own = view) {
  return render(Act, { kind, view: { ...own, form: { ...own.form, decides: "Ledningen", bodies: [{ value: "l", label: "Ledningen", mark: "", help: "" }], organisations: ["En kommun"] } }, isNobody: false, ondone() {}, onclose() {}, ongo() {}, onchecks() {} });
}

test.each([["adopt", "Fastställ"], ["remit", "Anteckna återremissen"]] as const)("%s without a day is not sent, and the day says what it lacks", async (kind, name) => {
  const act = vi.fn(() => view);
  answer({ [kind]: act, doubt_adoption: () => [] });
  show(kind);
  if (kind === "remit") await userEvent.type(screen.getByLabelText("Vad ska göras?"), "Räkna om.");
  await userEvent.click(screen.getByRole("button", { name }));
  const day = screen.getByLabelText(/^Dag/);
  expect(day).toHaveFocus();
  expect(day).toBeInvalid();
  expect(screen.getByText("Skriv dagen för beslutet.").closest(`#${day.getAttribute("aria-describedby")?.split(" ").at(-1)}`)).not.toBeNull();
  expect(act).not.toHaveBeenCalled();
  await userEvent.type(day, "2026-09-12");
  await userEvent.click(screen.getByRole("button", { name }));
  expect(act).toHaveBeenCalledOnce();
});

test("a day that the program refuses takes the focus, from wherever it was sent", async () => {
  answer({ adopt: () => Promise.reject({ code: "bad-value", args: {}, message: "Vecka 50 är ingen dag.", hints: [] }), doubt_adoption: () => [] });
  show("adopt");
  const day = screen.getByLabelText(/^Dag/);
  await userEvent.type(day, "v 50");
  await userEvent.click(screen.getByLabelText(/^Paragraf/));
  await userEvent.keyboard("{Enter}");
  await screen.findByText("Vecka 50 är ingen dag.");
  expect(day).toHaveFocus();
  expect(day).toBeInvalid();
});

test("whoever presses twice does it once: the log keeps all", async () => {
  let ready = () => {};
  const send = vi.fn(() => new Promise((done) => (ready = () => done(view))));
  answer({ send });
  show("send");
  const button = screen.getByRole("button", { name: "Anteckna" });
  await userEvent.click(button);
  await userEvent.click(button);
  await userEvent.keyboard("{Enter}");
  ready();
  expect(send).toHaveBeenCalledOnce();
});

test("what speaks against the day stands there as soon as the day does, and hinders nothing", async () => {
  const act = vi.fn(() => view);
  answer({ adopt: act, doubt_adoption: ({ day }) => (day === "2025-09-12" ? [{ message: "Den är före inlämningen.", hints: ["Kontrollera året."] }] : []) });
  show("adopt");
  const day = screen.getByLabelText(/^Dag/);
  await userEvent.type(day, "2025-09-12");
  expect(await screen.findByText("Den är före inlämningen. Kontrollera året.")).toBeVisible();
  expect(day).toHaveAccessibleDescription(/före inlämningen/);
  expect(document.getElementById("act-doubt")!.compareDocumentPosition(screen.getByLabelText("Paragraf"))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await userEvent.click(screen.getByRole("button", { name: "Fastställ" }));
  expect(act).toHaveBeenCalledOnce();
});

test("an organisation is suggested as the one that registers, and no organ", () => {
  const { container } = show("register");
  expect([...container.querySelectorAll<HTMLOptionElement>("#act-bodies option")].map(({ value }) => value)).toEqual(["En kommun"]);
});

const fault = (field: string): FindingView =>
  ({ code: "bad-value", severity: "blocking", object: "a1", field, row: null, column: null, part: null, document: null, at: field, text: "", hint: "" });

test.each([[6, null], [8, "och 2 till"]])("of %d faults it is said how many are not shown", (count, words) => {
  const findings = Array.from({ length: count }, (_, i) => fault(`Fält ${i + 1}`));
  show("submit", plan({ line: line({ blocking: count }), findings }));
  expect(screen.getAllByRole("button", { name: /^Fält/ })).toHaveLength(6);
  expect(screen.queryByText(/^och /)?.textContent ?? null).toBe(words);
});

test("what bears on the handing in is read from the heading, so that no key leads away before it is read", () => {
  show("submit", plan({ line: line({ warnings: 2 }) }));
  expect(screen.getByRole("heading", { name: "Lämna in" })).toHaveFocus();
});

test("what is adopted and unchanged is not told to be adopted", () => {
  show("submit", plan({ line: line({ state: "adopted", edition: "1.0", changed: false }) }));
  expect(screen.getByText(/^Utgåva 1\.0 är fastställd/)).not.toHaveTextContent("utskick");
});

test.each([false, true])("an edition that is adopted is not adopted again, whether the draft differs: %s", (changed) => {
  show("adopt", plan({ line: line({ state: "adopted", edition: "1.0", changed }) }));
  expect(screen.getByText(/^Utgåva 1\.0 är redan fastställd/)).toBeVisible();
  expect(screen.queryByLabelText(/^Dag/)).toBeNull();
  expect(screen.queryByRole("button", { name: "Fastställ" })).toBeNull();
});
