import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";

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
