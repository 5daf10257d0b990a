// What the editor's tools and keys do.
import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { InputRule, inputRules, wrappingInputRule } from "prosemirror-inputrules";
import { keydownHandler, keymap } from "prosemirror-keymap";
import type { Node, NodeType } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { Plugin, TextSelection, type Command, type EditorState } from "prosemirror-state";

import { schema } from "./schema";

/** A link is not among them: it asks for its words and its address. */
export type Tool = "strong" | "em" | "heading" | "bullet_list" | "ordered_list" | "table";

const { nodes, marks } = schema;

/** Undo belongs to the text until it is saved: the editor keeps its own, and gives way when it has none left. */
export function plugins(): Plugin[] {
  return [history(), ...rest];
}

/** The text as it stands, with nothing to take back: what was typed in it is saved. */
export function forgetful(state: EditorState): EditorState {
  return undo(state) || redo(state) ? state.reconfigure({ plugins: rest }).reconfigure({ plugins: plugins() }) : state;
}

const list = (type: NodeType): Command => (state, dispatch, view) =>
  inside(state, type) ? liftListItem(nodes.list_item!)(state, dispatch, view) : wrapInList(type)(state, dispatch, view);

export const actions: Record<Tool, Command> = {
  strong: toggleMark(marks.strong!),
  em: toggleMark(marks.em!),
  heading: (state, dispatch, view) =>
    setBlockType(inside(state, nodes.heading!) ? nodes.paragraph! : nodes.heading!, { level: 1 })(state, dispatch, view),
  bullet_list: list(nodes.bullet_list!),
  ordered_list: list(nodes.ordered_list!),
  table,
};

/** Whether a tool holds where the caret is. */
export function isActive(state: EditorState, tool: Tool | "link"): boolean {
  const mark = marks[tool];
  if (mark) {
    const { from, to, empty, $from } = state.selection;
    return empty ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, mark);
  }
  return Boolean(nodes[tool] && inside(state, nodes[tool]));
}

function inside(state: EditorState, type: NodeType): boolean {
  const { $from } = state.selection;
  return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).some((node) => node.type === type);
}

function cells(count: number): Node {
  return nodes.table_row!.create(null, Array.from({ length: count }, () => nodes.table_cell!.create()));
}

function table(state: EditorState, dispatch?: (step: EditorState["tr"]) => void): boolean {
  if (inside(state, nodes.table!)) return false;
  const { $from } = state.selection;
  const at = $from.after(1);
  const made = nodes.table!.create(null, [cells(2), cells(2)]);
  const step = state.tr.insert(at, [made, nodes.paragraph!.create()]);
  dispatch?.(step.setSelection(TextSelection.near(step.doc.resolve(at + 3))));
  return true;
}

/** Tab goes to the next cell, and after the last to a new row; outside a table it leaves the editor, in a list too. */
const nextCell: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const depth = Array.from({ length: $from.depth + 1 }, (_, i) => i).find((i) => $from.node(i).type === nodes.table_cell);
  if (depth === undefined) return false;
  const row = $from.node(depth - 1);
  const isLast = $from.index(depth - 1) === row.childCount - 1 && $from.index(depth - 2) === $from.node(depth - 2).childCount - 1;
  const after = isLast ? $from.after(depth - 1) : $from.after(depth);
  const step = isLast ? state.tr.insert(after, cells(row.childCount)) : state.tr;
  dispatch?.(step.setSelection(TextSelection.near(step.doc.resolve(after + 1))).scrollIntoView());
  return true;
};

/** Enter within a cell is a line break: a cell has one paragraph. */
const rowBreak: Command = (state, dispatch) => {
  if (!inside(state, nodes.table_cell!)) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break!.create()).scrollIntoView());
  return true;
};

const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break!.create()).scrollIntoView());
  return true;
};

const undoKeys = keydownHandler({ "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo });

/** Undo within the text is heard by nobody else; what the text has none of left is the window's. */
const undoing = new Plugin({
  props: {
    handleKeyDown(view, event) {
      const isDone = undoKeys(view, event);
      if (isDone) event.stopPropagation();
      return isDone;
    },
  },
});

/** What the editor hears and does besides keeping what was typed. */
const rest: Plugin[] = [
  undoing,
  inputRules({
    rules: [
      wrappingInputRule(/^\s*[-•]\s$/, nodes.bullet_list!),
      wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list!),
      new InputRule(/--$/, "–"),
    ],
  }),
  keymap({
    "Mod-b": toggleMark(marks.strong!),
    "Mod-i": toggleMark(marks.em!),
    Tab: nextCell,
    // As in other word processors, since Tab leaves.
    "Alt-Shift-ArrowRight": sinkListItem(nodes.list_item!),
    "Alt-Shift-ArrowLeft": liftListItem(nodes.list_item!),
    Enter: chainCommands(splitListItem(nodes.list_item!), rowBreak),
    "Shift-Enter": chainCommands(exitCode, lineBreak),
  }),
  keymap(baseKeymap),
];
