// How the focus comes into the form.

/** What is written in or chosen, within a control that consists of several. */
const WITHIN = "input, select, textarea, button";

/** Puts the focus into a row of a control, from 1, and into its cell of a column; into the control where it has none such. */
export function enterCell(control: HTMLElement | null, row: number | undefined, column: string | undefined): void {
  const own = row ? control?.querySelector<HTMLElement>(`[data-row="${row}"]`) : undefined;
  enter(own?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? own?.querySelector<HTMLElement>(WITHIN) ?? control);
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

/** Puts the focus on an object's line in the list, or else on the heading of its form: never into what the next key would write over. */
export function standAt(object: string | undefined): void {
  const line = object && document.querySelector<HTMLElement>(`.document .list [data-object="${object}"]`);
  (line || (document.querySelector<HTMLElement>("#form h2[tabindex]") ?? document.querySelector<HTMLElement>(".document .form")))?.focus();
}
