import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { answer, silence } from "../api/mock";
import { Session } from "../features/session/session.svelte";
import Start from "./Start.svelte";

afterEach(() => {
  silence();
  vi.useRealTimers();
});

const profile = (id: string) => ({ id, name: id, areas: [], offices: [], parties: [] });

/** The form for a new workspace, with two profiles to choose from; returns how often one was made. */
async function begin() {
  const create = vi.fn(() => null);
  answer({ profiles: () => [profile("Exempelregionen"), profile("Grannregionen")], recent: () => [], create });
  render(Start, { session: new Session(), open: { run() {}, keys: "", aria: "" }, onhelp() {}, onabout() {} });
  await userEvent.click(screen.getByRole("button", { name: /Ny arbetsfil/ }));
  await screen.findByRole("option", { name: "Exempelregionen" });
  return create;
}

const make = () => userEvent.click(screen.getByRole("button", { name: /Välj var filen/ }));

test("says what a new workspace lacks and goes to the first of it", async () => {
  const create = await begin();
  await make();
  expect(screen.getByText("Välj först vems mallar ni använder, och skriv gruppens namn.")).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText(/Gruppens namn/), "Gruppen");
  await make();
  const profiles = screen.getByLabelText("Vems mallar använder ni?");
  expect(profiles).toHaveFocus();
  expect(profiles).toHaveAccessibleDescription("Välj först vems mallar ni använder.");
  await userEvent.selectOptions(profiles, "Exempelregionen");
  await userEvent.clear(screen.getByLabelText(/Gruppens namn/));
  await make();
  expect(screen.getByLabelText(/Gruppens namn/)).toHaveFocus();
  expect(screen.getByText("Skriv gruppens namn först.")).toBeInTheDocument();
  expect(create).not.toHaveBeenCalled();
});

test("what is lacking is said by its field once it was tried, and once only", async () => {
  await begin();
  await userEvent.selectOptions(screen.getByLabelText("Vems mallar använder ni?"), "Exempelregionen");
  expect(screen.getByText("Skriv gruppens namn först.").closest(".row")).not.toBeNull();
  await make();
  expect(screen.getByText("Skriv gruppens namn först.").closest("#new-needs")?.previousElementSibling).toContainElement(screen.getByLabelText(/Gruppens namn/));
});

test.each([[[], true], [[{ name: "Gruppen", path: "/a.missiv" }], false]])("says whom to ask for a file only where none has been opened", async (recent, isSaid) => {
  answer({ profiles: () => [], recent: () => recent });
  render(Start, { session: new Session(), open: { run() {}, keys: "", aria: "" }, onhelp() {}, onabout() {} });
  await expect.poll(() => screen.queryByText(/Har du ingen fil än/) !== null).toBe(isSaid);
  if (isSaid) expect(screen.getByText(/Har du ingen fil än/).textContent).toContain(". Titta");
  expect(screen.getByRole("button", { name: "Titta på ett exempelår" })).toBeInTheDocument();
});

test("says which years there are, once the year is written", async () => {
  const create = await begin();
  await userEvent.selectOptions(screen.getByLabelText("Vems mallar använder ni?"), "Exempelregionen");
  await userEvent.type(screen.getByLabelText(/Gruppens namn/), "Gruppen");
  const year = screen.getByLabelText("År att börja med");
  await userEvent.clear(year);
  await userEvent.type(year, "1999");
  expect(screen.queryByText(/Skriv ett år mellan/)).toBeNull();
  await make();
  expect(year).toHaveFocus();
  expect(year).toBeInvalid();
  expect(year).toHaveAccessibleDescription("Skriv ett år mellan 2000 och 2100.");
  expect(create).not.toHaveBeenCalled();
  await userEvent.clear(year);
  await userEvent.type(year, "2031");
  expect(year).toBeValid();
  await make();
  expect(create).toHaveBeenCalledOnce();
});

test.each([["2031-09-30", 2031], ["2031-10-01", 2032]])("begins on %s with %i: in the autumn next year's plan is written", async (today, year) => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${today}T12:00:00`) });
  await begin();
  expect(screen.getByLabelText("År att börja med")).toHaveValue(year);
});
