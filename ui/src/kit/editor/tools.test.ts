import { undo } from "prosemirror-history";
import { EditorState } from "prosemirror-state";
import { expect, test } from "vitest";

import { toDoc } from "./convert";
import { forgetful, plugins } from "./tools";

test("what is saved is no longer the editor's to take back, and what is typed after it is", () => {
  let state = EditorState.create({ doc: toDoc([]), plugins: plugins() });
  const type = (words: string) => (state = state.apply(state.tr.insertText(words)));
  type("Hej.");
  expect(undo(state)).toBe(true);
  const before = state.selection;
  state = forgetful(state);
  expect(undo(state)).toBe(false);
  expect(state.selection.eq(before)).toBe(true);
  type(" Mer.");
  undo(state, (step) => (state = state.apply(step)));
  expect(state.doc.textContent).toBe("Hej.");
  expect(undo(state)).toBe(false);
});
