// An amount while it is typed: its digits in groups of three, as they are written in Swedish.

/** A narrow space that no line breaks at. */
const SPACE = "\u202f";

export interface Typed {
  text: string;
  /** Where the caret stands. */
  caret: number;
}

const digits = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, "");

/**
 * Puts spaces between the groups of a number, with the caret behind the same digit as before. What is not only digits
 * stays as it is: "82 tkr" and "1,5 mnkr" are amounts too, and a space at the end may be the first of such words.
 */
export function grouped({ text, caret }: Typed): Typed {
  if (!/^-?\d[\d\s\u00a0\u202f]*$/.test(text) || /[\s\u00a0]$/.test(text)) return { text, caret };
  const before = digits(text.slice(0, caret)).length;
  const made = digits(text).replace(/\B(?=(\d{3})+$)/g, SPACE);
  let at = 0;
  for (let passed = 0; passed < before; at++) if (made[at] !== SPACE) passed++;
  return { text: made, caret: at };
}

/** Groups what stands in a control, which has just been typed in; returns the text. */
export function regroup(control: HTMLInputElement): string {
  const typed = { text: control.value, caret: control.selectionStart ?? control.value.length };
  const { text, caret } = grouped(typed);
  if (text !== typed.text) {
    control.value = text;
    control.setSelectionRange(caret, caret);
  }
  return text;
}
