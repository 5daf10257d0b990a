import { fireEvent, render, screen } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";

import { MOST_AT_ONCE } from "./clean";
import Editor from "./Editor.svelte";

/** What the clipboard has, as far as the editor asks for it. */
const clipboard = (text: string, html = "") => ({ getData: (type: string) => ({ "text/plain": text, "text/html": html })[type] ?? "", files: [], types: ["text/plain"] });

test("what is too long to come in at once is told of and changes nothing, and what fits comes in", async () => {
  const changed = vi.fn();
  const { container } = render(Editor, { id: "f", blocks: [], at: undefined, invalid: false, onchange: changed });
  const text = container.querySelector(".text")!;
  await fireEvent.paste(text, { clipboardData: clipboard("ord ".repeat(MOST_AT_ONCE / 4) + "ett") });
  expect(screen.getByRole("status")).toHaveTextContent(/för lång för att komma in på en gång/);
  expect(changed).not.toHaveBeenCalled();
  await fireEvent.paste(text, { clipboardData: clipboard("kort", `<p>${"ord ".repeat(MOST_AT_ONCE / 4)}ett</p>`) });
  expect(changed).not.toHaveBeenCalled();
  await fireEvent.paste(text, { clipboardData: clipboard("Ett mål", `<p title="${"x".repeat(MOST_AT_ONCE)}">Ett mål</p>`) });
  expect(JSON.stringify(changed.mock.lastCall)).toContain("Ett mål");
  expect(screen.getByRole("status")).toHaveTextContent("");
});
