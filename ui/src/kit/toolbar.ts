// A row of tools is one stop for Tab; the arrow keys go between its tools (ARIA Authoring Practices, toolbar).
import type { Attachment } from "svelte/attachments";

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Lets the arrow keys, Home and End go between the buttons of an element, of which one takes Tab: the one used last. */
export const roving: Attachment<HTMLElement> = (element) => {
  const tools = () => [...element.querySelectorAll<HTMLElement>("button")];
  const stopAt = (chosen: HTMLElement | undefined) => {
    for (const tool of tools()) tool.tabIndex = tool === chosen ? 0 : -1;
  };
  const hear = (event: KeyboardEvent) => {
    const all = tools();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = STEPS[event.key]?.(at, all.length);
    if (at < 0 || to === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    all[to]?.focus();
  };
  const follow = (event: FocusEvent) => stopAt(tools().find((tool) => tool === event.target));
  stopAt(tools()[0]);
  element.addEventListener("keydown", hear);
  element.addEventListener("focusin", follow);
  return () => {
    element.removeEventListener("keydown", hear);
    element.removeEventListener("focusin", follow);
  };
};
