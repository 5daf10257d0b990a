import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";

import { field } from "../../api/fixture";
import Plain from "./Plain.svelte";

// A web view that cannot do it by itself, asked before the module is read.
vi.hoisted(() => vi.stubGlobal("CSS", { supports: () => false }));

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", class { observe() {} disconnect() {} });
  vi.spyOn(HTMLTextAreaElement.prototype, "scrollHeight", "get").mockImplementation(function (this: HTMLTextAreaElement) { return 10 * this.value.length; });
});

const props = (text: string, turn: number) =>
  ({ id: "f", field: field("rubrik", { max: 200 }), value: { type: "plain" as const, text }, turn, invalid: false, disabled: false, form: undefined as never, onchange() {}, onleave() {} });

test("a text area has the height of its text, also when the program has put another one there", async () => {
  const { rerender } = render(Plain, props("Kort", 0));
  const area = screen.getByRole("textbox");
  await vi.waitFor(() => expect(area.style.height).toBe("42px"));
  await userEvent.type(area, " men längre");
  expect(area.style.height).toBe("152px");
  await rerender(props("Kort men längre", 0));
  await rerender(props("Kort", 1));
  expect(area).toHaveValue("Kort");
  await vi.waitFor(() => expect(area.style.height).toBe("42px"));
});
