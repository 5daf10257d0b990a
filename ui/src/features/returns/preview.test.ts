import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";

import type { AnswersView, AnswerView } from "../../api";
import Preview from "./Preview.svelte";

const answer = (key: string, other: Partial<AnswerView> = {}): AnswerView => ({
  key, object: "o1", field: "f1", place: "Aktivitet 1.1", label: `Fråga ${key}`, before: "", after: "Svaret", state: "new", why: "", ...other,
});

const shown = (read: Partial<AnswersView>, disabled = false, written = 0) => {
  const onwrite = vi.fn();
  render(Preview, { read: { answers: [], loose: [], empty: 0, ...read }, written, disabled, onwrite, ongo: vi.fn() });
  return onwrite;
};

test("what the person has put aside is not written", async () => {
  const onwrite = shown({ answers: [answer("A"), answer("B", { state: "changed", before: "Det gamla" })] });
  await userEvent.click(screen.getByRole("checkbox", { name: /Fråga A/ }));
  await userEvent.click(screen.getByRole("button", { name: "För in 1 svar" }));
  expect(onwrite).toHaveBeenCalledWith(["B"]);
});

test("what has just been written is said to be, and not that nothing is new", () => {
  shown({ loose: [{ line: 3, text: "Hälsningar", why: "Hör inte hit." }] }, false, 3);
  expect(screen.getByRole("heading", { name: "3 svar är införda." })).toBeTruthy();
});

test("what does not fit cannot be chosen, and says why", () => {
  const onwrite = shown({ answers: [answer("A", { state: "unfit", why: "Skriv ett belopp." })] });
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.getByText(/Skriv ett belopp\./)).toBeTruthy();
  expect(onwrite).not.toHaveBeenCalled();
});

test("what belongs nowhere is shown with its line, and nothing is written where nothing may be", async () => {
  const onwrite = shown({ answers: [answer("A")], loose: [{ line: 3, text: "Hälsningar", why: "Hör inte hit." }] }, true);
  expect(screen.getByText("Hälsningar")).toBeTruthy();
  expect(screen.getByText(/Rad 3/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "För in 1 svar" }));
  expect(onwrite).not.toHaveBeenCalled();
});

test("what has just been written is not told of again among what stood there before", () => {
  shown({ answers: ["A", "B", "C"].map((key) => answer(key, { state: "same" })) }, false, 2);
  expect(screen.getByRole("heading", { name: "2 svar är införda." })).toBeTruthy();
  expect(screen.getByText("1 svar står redan så i rapporten.")).toBeTruthy();
});
