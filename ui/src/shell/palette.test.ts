import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";

import { answer, silence } from "../api/mock";
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
