import { undo } from "prosemirror-history";
import { EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { expect, test } from "vitest";

import { toBlocks, toDoc } from "./convert";
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

test("Tab leaves a list, and Alt with Shift and an arrow moves a point in and out", () => {
  const point = (text: string) => [{ type: "paragraph" as const, text: [{ text, bold: false, italic: false, link: null }] }];
  const doc = toDoc([{ type: "list", numbered: false, items: [point("ett"), point("två")] }]);
  const view = new EditorView(document.createElement("div"), { state: EditorState.create({ doc, plugins: plugins() }) });
  view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
  const press = (init: KeyboardEventInit) => {
    const event = new KeyboardEvent("keydown", init);
    return view.someProp("handleKeyDown", (handle) => handle(view, event)) ?? false;
  };
  const before = JSON.stringify(toBlocks(view.state.doc));
  expect(press({ key: "Tab" })).toBe(false);
  expect(press({ key: "ArrowRight", altKey: true, shiftKey: true })).toBe(true);
  expect(JSON.stringify(toBlocks(view.state.doc))).not.toBe(before);
  expect(press({ key: "ArrowLeft", altKey: true, shiftKey: true })).toBe(true);
  expect(JSON.stringify(toBlocks(view.state.doc))).toBe(before);
  view.destroy();
});
