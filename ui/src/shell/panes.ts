// The parts of the window between which F6 goes, as in other programs.

const PANES = ["#list nav", "header", ".list", "section.form", ".checks", "aside.pane", ".view > .pane", ".returns > .main, .conf > .main", ".paper .pane"];

/** Puts the focus into the next part that is seen, or into the one before. */
export function nextPane(back: boolean): void {
  const panes = PANES.map((css) => document.querySelector<HTMLElement>(css)).filter((pane) => pane?.checkVisibility());
  const here = panes.findIndex((pane) => pane?.contains(document.activeElement));
  const pane = panes[(here + (back ? -1 : 1) + panes.length) % panes.length];
  const target = pane?.matches("[tabindex]") ? pane : pane?.querySelector<HTMLElement>("[aria-current], input, textarea, select, button, [tabindex='0']");
  target?.focus();
}
