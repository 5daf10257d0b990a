import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import type { AlternativeView, ConflictView } from "../api";
import { answer, silence } from "../api/mock";
import { Session } from "../features/session/session.svelte";
import Conflicts from "./Conflicts.svelte";

afterEach(silence);

const side = (author: string, text: string, removed = false): AlternativeView =>
  ({ author, text, removed, shown: !removed, parts: [{ kind: "same", text }], at: "2025-03-01T10:00:00Z" });

const conflict = (other: Partial<ConflictView> = {}): ConflictView => ({
  document: "d", title: "Plan 2025", object: "a", field: "metod", place: "Aktivitet 2.1, Metod", whole: "", alternatives: [side("Ett", "Kort"), side("Två", "Långt")], suggestion: null, start: null, ...other,
});

function show(...conflicts: ConflictView[]) {
  render(Conflicts, { session: new Session(), disabled: false, onmerge() {}, oncopy() {}, onresolved() {}, ontell() {} });
  return screen.findByRole("heading", { name: conflicts[0]!.place });
}

test("a side that removed the whole object says so, and what its button does", async () => {
  const found = conflict({ whole: "Aktivitet 2.1", alternatives: [side("Ett", "hela Aktivitet 2.1 är borttagen", true), side("Två", "Långt")] });
  answer({ conflicts: () => [found] });
  await show(found);
  expect(screen.getByText("Tog bort hela Aktivitet 2.1.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Låt hela Aktivitet 2.1 vara borta" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Behåll det som skrevs av Två" })).toBeInTheDocument();
});

test("where only the object is at stake, each side says what became of it", async () => {
  const found = conflict({ field: "@kind", place: "Aktivitet 2.1", whole: "Aktivitet 2.1", alternatives: [side("Ett", "", true), side("Två", "Aktivitet 2.1")] });
  answer({ conflicts: () => [found] });
  await show(found);
  expect(screen.getByText("Skrev vidare i Aktivitet 2.1.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Låt hela Aktivitet 2.1 vara borta" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Behåll Aktivitet 2.1" })).toBeInTheDocument();
});

test("a side that removed no more than the field says that", async () => {
  const found = conflict({ alternatives: [side("Ett", "", true), side("Två", "Långt")] });
  answer({ conflicts: () => [found] });
  await show(found);
  expect(screen.getByText("Tog bort det.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Låt det vara borttaget" })).toBeInTheDocument();
});

test("a second press settles nothing more", async () => {
  const found = conflict();
  const settled = vi.fn(() => []);
  answer({ conflicts: () => [found], resolve: settled });
  await show(found);
  const keep = screen.getByRole("button", { name: "Behåll det som skrevs av Ett" });
  keep.click();
  keep.click();
  await screen.findByRole("heading", { name: "Inga konflikter" });
  expect(settled).toHaveBeenCalledOnce();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("what could not be done is said until another is chosen, or something can", async () => {
  const all = [conflict(), conflict({ field: "mal", place: "Aktivitet 2.1, Mål" })];
  let refuses = true;
  answer({
    conflicts: () => all,
    resolve: () => {
      if (refuses) throw { code: "no-value", args: {}, message: "Det går inte.", hints: [] };
      return all.slice(1);
    },
  });
  await show(...all);
  const press = () => userEvent.click(screen.getByRole("button", { name: "Behåll det som skrevs av Ett" }));
  await press();
  expect(await screen.findByRole("alert")).toHaveTextContent("Det går inte.");
  await userEvent.click(within(screen.getByRole("navigation")).getByRole("button", { name: /Mål/ }));
  expect(screen.queryByRole("alert")).toBeNull();
  await press();
  await screen.findByRole("alert");
  refuses = false;
  await press();
  await expect.poll(() => screen.queryByRole("alert")).toBeNull();
});
