import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { plan } from "../api/fixture";
import { answer, silence } from "../api/mock";
import { Editing } from "../features/document/editing.svelte";
import History from "./History.svelte";

afterEach(silence);

test("a day that cannot be read is marked, has the focus, and says why", async () => {
  answer({
    steps: () => [],
    compare: ({ from, to }) => {
      const name = [from, to].find((text) => text === "igår");
      if (name) throw { code: "bad-moment", args: { name }, message: `”${name}” är ingen dag.`, hints: ["Skriv en dag."] };
      return { from, to, differences: [] };
    },
  });
  render(History, { editing: new Editing(plan()), disabled: false, ontell() {}, onexport() {} });
  const [from, to] = [screen.getByLabelText("Tidigare utgåva eller dag"), screen.getByLabelText("Senare utgåva eller dag")];
  await userEvent.type(from, "igår{Enter}");
  await expect.poll(() => document.activeElement).toBe(from);
  expect(from).toBeInvalid();
  expect(from).toHaveAccessibleDescription(/^”igår” är ingen dag\. Skriv en dag\./);
  expect(screen.queryByRole("alert")).toBeNull();
  await userEvent.clear(from);
  await userEvent.type(from, "1.0");
  await userEvent.type(to, "igår{Enter}");
  await expect.poll(() => document.activeElement === to && to.getAttribute("aria-invalid")).toBe("true");
  expect(from).toBeValid();
  await userEvent.clear(to);
  await userEvent.type(to, "2.0{Enter}");
  await expect.poll(() => document.activeElement?.id).toBe("differences");
  expect(to).toBeValid();
});

test("a comparison goes when a day cannot be read, and when something is given back", async () => {
  const edit = { object: "a1", field: "rubrik", place: "Rubrik", before: "Förr", after: "Nu", parts: [] };
  answer({
    steps: () => [{ step: "s1", action: "Skrev", author: "Ett", at: "2025-03-01T10:00:00Z", undone: false, edits: [edit] }],
    restore_before: () => plan(),
    compare: ({ from, to }) => {
      if (from === "igår") throw { code: "bad-moment", args: { name: "igår" }, message: "”igår” är ingen dag.", hints: [] };
      return { from, to: to ?? "nu", differences: [] };
    },
  });
  render(History, { editing: new Editing(plan()), disabled: false, ontell() {}, onexport() {} });
  const from = screen.getByLabelText("Tidigare utgåva eller dag");
  await userEvent.type(from, "1.0{Enter}");
  expect(await screen.findByText("Inget skiljer 1.0 från nu.")).toBeInTheDocument();
  await userEvent.click(await screen.findByRole("button", { name: /^Återställ det som stod före/ }));
  await expect.poll(() => document.getElementById("differences")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Visa vad som skiljer" }));
  await screen.findByText("Inget skiljer 1.0 från nu.");
  await userEvent.clear(from);
  await userEvent.type(from, "igår{Enter}");
  await expect.poll(() => document.getElementById("differences")).toBeNull();
  expect(from).toBeInvalid();
});

test("one press of Enter asks once", async () => {
  const compare = vi.fn(({ from }) => ({ from, to: "nu", differences: [] }));
  answer({ steps: () => [], compare });
  render(History, { editing: new Editing(plan()), disabled: false, ontell() {}, onexport() {} });
  await userEvent.type(screen.getByLabelText("Tidigare utgåva eller dag"), "1.0{Enter}");
  await screen.findByText("Inget skiljer 1.0 från nu.");
  expect(compare).toHaveBeenCalledOnce();
});
