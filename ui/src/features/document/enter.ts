// How the focus comes into the form.

/** What is written in or chosen, within a control that consists of several. */
const WITHIN = "input, select, textarea, button";

/** Puts the focus into a row of a control, from 1; into the control where no row is meant or it has none such. */
export function enterRow(control: HTMLElement | null, row: number | undefined): void {
  const own = row && control?.querySelector<HTMLElement>(`[data-row="${row}"] :is(${WITHIN})`);
  enter(own || control);
}

/** Puts the focus into a control: itself, or what it consists of, the first that `css` finds or what is chosen already. */
export function enter(control: HTMLElement | null, css = WITHIN): void {
  let target = control;
  if (control?.matches("[role=radiogroup]")) target = control.querySelector<HTMLElement>("input:checked") ?? control.querySelector<HTMLElement>("input") ?? control;
  else if (control?.matches("[role=group]")) target = control.querySelector<HTMLElement>(css) ?? control;
  // An empty list has nothing to write in yet: its first row is begun, and takes the focus.
  if (target?.matches("[data-begin]:enabled")) return target.click();
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}
