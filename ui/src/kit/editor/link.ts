// Links with words of their own.
import type { Mark, Node } from "prosemirror-model";
import { TextSelection, type EditorState, type Transaction } from "prosemirror-state";

import { schema } from "./schema";

const link = schema.marks.link!;

/** A link, or where one is to be. */
export interface LinkPlace {
  from: number;
  to: number;
  /** The words that lead somewhere; empty where there are none yet. */
  words: string;
  /** Where they lead; empty where it is not a link yet. */
  href: string;
}

/** The link that the caret stands in or that is selected, or else the selected words. */
export function linkAt(state: EditorState): LinkPlace {
  const { from, to, $from } = state.selection;
  const found: LinkPlace[] = [];
  const start = $from.start();
  $from.parent.forEach((child, offset) => {
    const [begin, end] = [start + offset, start + offset + child.nodeSize];
    const mark = link.isInSet(child.marks);
    const last = found.at(-1);
    if (mark && last?.to === begin && last.href === href(mark)) found[found.length - 1] = { ...last, to: end, words: last.words + text(child) };
    else if (mark) found.push({ from: begin, to: end, words: text(child), href: href(mark) });
  });
  return found.find((one) => one.from <= from && to <= one.to) ?? { from, to, words: state.doc.textBetween(from, to, " "), href: "" };
}

const href = (mark: Mark): string => String(mark.attrs.href);
const text = (node: Node): string => node.text ?? " ";

/** The address that was meant by what was typed: a web address may be without its beginning, a mail address too. */
export function address(typed: string): string | undefined {
  const plain = typed.trim();
  if (!plain || /\s/.test(plain)) return undefined;
  if (/^(https?:\/\/|mailto:|tel:)./i.test(plain)) return plain;
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(plain)) return undefined;
  if (plain.includes("@")) return `mailto:${plain}`;
  return plain.includes(".") ? `https://${plain}` : undefined;
}

/** Makes words a link to an address, or changes the one that stands there; what is bold stays so where the words stay. */
export function setLink(state: EditorState, place: LinkPlace, words: string, to: string): Transaction {
  const step = state.tr;
  const shown = words.trim() || to;
  const end = place.from + shown.length;
  if (shown !== place.words) {
    const marks = state.doc.resolve(place.to).marks().filter((mark) => mark.type !== link);
    step.replaceWith(place.from, place.to, schema.text(shown, marks));
  }
  const range = shown === place.words ? place.to : end;
  step.removeMark(place.from, range, link).addMark(place.from, range, link.create({ href: to }));
  return step.setSelection(TextSelection.create(step.doc, range)).removeStoredMark(link);
}

/** Takes a link away and leaves its words. */
export const unlink = (state: EditorState, place: LinkPlace): Transaction => state.tr.removeMark(place.from, place.to, link);
