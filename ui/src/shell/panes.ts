// The parts of the window between which F6 goes, as in other programs.

const PANES = ["#list nav", "header", ".list", "section.form", ".checks", "aside.pane", ".view > .pane", ".returns > .main, .conf > .main", ".paper .pane"];

const FOCUSABLE = "input, textarea, select, button, summary, [tabindex='0']";

/** What is seen of what `css` finds in a part, in order. */
const seen = (within: HTMLElement, css: string) =>
  [...within.querySelectorAll<HTMLElement>(css)].filter((found) => found.checkVisibility() && !found.matches(":disabled"));

/** What takes the focus in a part: itself, what one is at in it, or its first control. */
function entry(pane: HTMLElement): HTMLElement | undefined {
  if (pane.matches("[tabindex='0']")) return pane;
  return seen(pane, "[aria-current]:is(button, a)")[0] ?? seen(pane, FOCUSABLE)[0];
}

/** Puts the focus into the next part that is seen, or into the one before. */
export function nextPane(back: boolean): void {
  const panes = PANES.map((css) => document.querySelector<HTMLElement>(css)).filter((pane) => pane?.checkVisibility() && entry(pane));
  const here = panes.findIndex((pane) => pane?.contains(document.activeElement));
  // From outside all parts one comes to the first, or backwards to the last.
  const to = here < 0 ? (back ? panes.length - 1 : 0) : (here + (back ? -1 : 1) + panes.length) % panes.length;
  const pane = panes[to];
  if (pane) entry(pane)?.focus();
}
