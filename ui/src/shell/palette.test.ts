import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { plan } from "../api/fixture";
import { answer, silence } from "../api/mock";
import { Editing } from "../features/document/editing.svelte";
import { Session } from "../features/session/session.svelte";
import Palette from "./Palette.svelte";

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) { this.open = true; };
});
afterEach(silence);

test("that nothing fits is said in a region that was there before", async () => {
  answer({ year: () => null, search: () => [] });
  const actions = [{ id: "save", label: "Spara", enabled: true, run() {} }];
  render(Palette, { session: new Session(), editing: undefined, actions, onclose() {}, ongo() {}, onpart() {} });
  const region = screen.getByRole("status");
  expect(region).toBeEmptyDOMElement();
  await userEvent.type(screen.getByRole("combobox"), "xyz");
  expect(region).toHaveTextContent("Inget passar.");
});

test("what makes a document comes last, and a part of one field is that field", async () => {
  const begins = { name: "Rapport om datum", document: null };
  answer({ year: () => ({ year: 2025, documents: [begins] }), search: () => [] });
  const editing = new Editing(plan());
  const ongo = vi.fn();
  render(Palette, { session: new Session(), editing, actions: [], onclose() {}, ongo, onpart() {} });
  const names = () => screen.getAllByRole("option").map((one) => one.firstElementChild!.textContent);
  await userEvent.type(screen.getByRole("combobox"), "dat");
  await vi.waitFor(() => expect(names()).toEqual(["Datum", "Börja på Rapport om datum"]));
  await userEvent.clear(screen.getByRole("combobox"));
  await userEvent.type(screen.getByRole("combobox"), "dokumenthuvud{Enter}");
  expect(ongo).toHaveBeenLastCalledWith({ document: editing.id, object: editing.id, field: "datum" });
});

test("a field is found by its label: those of the document, and those of what is open in it", async () => {
  answer({ year: () => null, search: () => [] });
  const session = new Session();
  const editing = new Editing(plan());
  const ongo = vi.fn();
  const { unmount } = render(Palette, { session, editing, actions: [], onclose() {}, ongo, onpart() {} });
  await userEvent.type(screen.getByRole("combobox"), "metod");
  expect(screen.queryByRole("option")).toBeNull();
  await userEvent.clear(screen.getByRole("combobox"));
  await userEvent.type(screen.getByRole("combobox"), "datum{Enter}");
  expect(ongo).toHaveBeenLastCalledWith({ document: editing.id, object: editing.id, field: "datum" });
  unmount();
  session.place.object = "a2";
  render(Palette, { session, editing, actions: [], onclose() {}, ongo, onpart() {} });
  await userEvent.type(screen.getByRole("combobox"), "metod{Enter}");
  expect(ongo).toHaveBeenLastCalledWith({ document: editing.id, object: "a2", field: "metod" });
});
