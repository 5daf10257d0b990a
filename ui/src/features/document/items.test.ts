import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";

import type { FieldValue } from "../../api";
import { field, plan } from "../../api/fixture";
import Items from "./Items.svelte";

type Files = Extract<FieldValue, { type: "files" }>;

const files = (...titles: string[]): Files => ({ type: "files", items: titles.map((title) => ({ title, name: `${title}.pdf`, pages: 1, sha256: "1" })) });

/** Two bilagor; asked for a file, the person chooses what makes them `after`, or cancels. */
function show(after?: Files) {
  const props = {
    id: "f", field: field("bilagor", { widget: "files" }), value: files("Ett", "Två"), turn: 0, invalid: false, disabled: false, form: plan().form, messages: [],
    onchange() {}, onleave() {}, onpicture: async () => {},
    onattach: async () => {
      if (after) await rendered.rerender({ value: after, turn: 1 });
    },
  };
  const rendered = render(Items, props);
}

test.each(["Bifoga en PDF …", "Byt fil … till bilaga 1"])("whoever cancels “%s” stays on it", async (name) => {
  show();
  await userEvent.click(screen.getByRole("button", { name }));
  expect(screen.getByRole("button", { name })).toHaveFocus();
});

test("whoever has attached a file goes on with its title", async () => {
  show(files("Ett", "Två", "Tre"));
  await userEvent.click(screen.getByRole("button", { name: "Bifoga en PDF …" }));
  await expect.poll(() => document.activeElement).toHaveValue("Tre");
});

test("a file in the place of another leaves the focus on the button", async () => {
  show(files("Ny", "Två"));
  await userEvent.click(screen.getByRole("button", { name: "Byt fil … till bilaga 1" }));
  await expect.poll(() => screen.getByDisplayValue("Ny")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Byt fil … till bilaga 1" })).toHaveFocus();
});
