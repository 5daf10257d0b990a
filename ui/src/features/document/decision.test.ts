import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";

import { field, plan } from "../../api/fixture";
import Decision from "./Decision.svelte";

const { form } = plan();

function shown(mode = "decides", points: string[] = []) {
  const onchange = vi.fn();
  render(Decision, {
    id: "f-1", field: field("beslut", { widget: "decision" }), value: { type: "decision", mode, body: "", points }, turn: 0, invalid: false, disabled: false,
    form: {
      ...form,
      decides: "Nämnden",
      modes: [{ value: "decides", label: "Beslutar", help: "", mark: "" }],
      phrases: [{ mode: "decides", text: "godkänna rapporten" }, { mode: "recommends", text: "avsätta tid" }, { mode: "", text: "Förslaget ryms inom beslutad budget." }],
    },
    onchange, onleave: vi.fn(),
  });
  return onchange;
}

test("a new point is one point, with the focus in it", async () => {
  shown();
  await userEvent.click(screen.getByRole("button", { name: "Ny punkt" }));
  expect(screen.getAllByRole("listitem").filter((item) => item.querySelector("textarea"))).toHaveLength(1);
  expect(screen.getByRole("textbox", { name: "Punkt 1" })).toHaveFocus();
});

test("a phrase becomes a point of its own, after those that are there", async () => {
  const onchange = shown("decides", ["lägga till handlingarna"]);
  await userEvent.click(screen.getByText("Fraser att börja från"));
  await userEvent.click(screen.getByRole("button", { name: "godkänna rapporten" }));
  expect(onchange).toHaveBeenLastCalledWith(expect.objectContaining({ points: ["lägga till handlingarna", "godkänna rapporten"] }));
});

test("only phrases that go on from the words that open a decision are offered, the chosen mode's first", () => {
  shown("recommends");
  const phrases = screen.getAllByRole("button").map(({ textContent }) => textContent?.trim()).filter((text) => text !== "Ny punkt");
  expect(phrases.filter((text) => text === "avsätta tid" || text === "godkänna rapporten")).toEqual(["avsätta tid", "godkänna rapporten"]);
  expect(screen.queryByText(/inom beslutad budget/)).toBeNull();
});

test("the focus goes with a point that is moved, so that pressing on moves it on", async () => {
  const onchange = shown("decides", ["ett", "två", "tre"]);
  await userEvent.click(screen.getByRole("button", { name: "Flytta upp punkt 3" }));
  expect(screen.getByRole("button", { name: "Flytta upp punkt 2" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(screen.getByRole("button", { name: "Flytta upp punkt 1" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(onchange).toHaveBeenLastCalledWith(expect.objectContaining({ points: ["tre", "ett", "två"] }));
});

test("whoever begins to propose has the body that decides there, and can write another", async () => {
  const onchange = shown("");
  await userEvent.click(screen.getByRole("radio", { name: "Beslutar" }));
  expect(onchange).toHaveBeenLastCalledWith(expect.objectContaining({ mode: "decides", body: "Nämnden" }));
  const body = screen.getByRole("combobox", { name: "Vem som beslutar" });
  await userEvent.clear(body);
  await userEvent.type(body, "Rådet");
  expect(onchange).toHaveBeenLastCalledWith(expect.objectContaining({ body: "Rådet" }));
});
