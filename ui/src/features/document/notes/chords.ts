// What the keyboard alone does in notes: the one table from which it is heard, shown at its buttons, and listed.
import type { DocumentView, KindView } from "../../../api";
import type { Chord } from "../../../kit/chord";
import { say } from "../../../kit/words";

/** Letters that Alt is held with elsewhere in the window: the page. */
const TAKEN = ["P"];

export const BEFORE: Chord = { key: "pageup", alt: true };
export const NEXT: Chord = { key: "pagedown", alt: true };

/** The kinds whose rows one adds during a meeting: what stands below matters, and the matters that nothing else brings. */
function added({ form }: DocumentView): KindView[] {
  const matters = form.kinds.filter(({ concept }) => concept === "matter");
  const below = form.kinds.filter(({ id }) => matters.some(({ children }) => children.includes(id)));
  return [...below, ...matters.filter(({ follows }) => !follows)];
}

/** What adds a row of each kind: Alt with the first letter of its label that every keyboard has and nothing else is done by. */
export function rowChords(view: DocumentView): Map<string, Chord> {
  const taken = [...TAKEN];
  const chords = new Map<string, Chord>();
  for (const { id, label } of added(view)) {
    const letter = [...label.toUpperCase()].find((sign) => /[A-Z]/.test(sign) && !taken.includes(sign));
    if (!letter) continue;
    taken.push(letter);
    chords.set(id, { key: letter.toLowerCase(), alt: true });
  }
  return chords;
}

/** All of it in words, for the list of shortcuts. */
export function listed(view: DocumentView): { label: string; chord: Chord }[] {
  const chords = rowChords(view);
  return [
    ...view.form.kinds.flatMap(({ id, label }) => {
      const chord = chords.get(id);
      return chord ? [{ label: say("window-add-kind", { kind: label.toLocaleLowerCase("sv") }), chord }] : [];
    }),
    { label: say("window-notes-to-before"), chord: BEFORE },
    { label: say("window-notes-to-next"), chord: NEXT },
  ];
}
