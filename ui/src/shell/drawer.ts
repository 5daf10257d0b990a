// The list in a window too narrow for it and the rest: it comes over the rest and has the focus until it is left.
import type { Attachment } from "svelte/attachments";

import { from } from "../kit/width";

const FOCUSABLE = "input, select, textarea, button, [tabindex='0']";

/** Takes the focus and keeps it inside; `leave` is told when somebody goes elsewhere or the window becomes wide enough. */
export function drawer(leave: () => void): Attachment<HTMLElement> {
  return (element) => {
    const stops = () => [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) => stop.checkVisibility() && !stop.matches(":disabled"));
    const turn = (event: KeyboardEvent) => {
      if (event.key !== "Tab") return;
      const all = stops();
      const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
      if (document.activeElement !== from) return;
      event.preventDefault();
      to?.focus();
    };
    // Its own button puts it away by being pressed: the focus that the press brings there does not.
    let isOwn = false;
    const isOutside = (target: EventTarget | null) => target instanceof Element && !element.contains(target) && !isOwn;
    const gone = (event: FocusEvent) => {
      if (isOutside(event.relatedTarget)) leave();
    };
    const pressed = (event: PointerEvent) => {
      isOwn = event.target instanceof Element && event.target.closest("[aria-controls='list']") !== null;
      if (isOutside(event.target)) leave();
    };
    const wide = matchMedia(from(56));
    element.addEventListener("keydown", turn);
    element.addEventListener("focusout", gone);
    document.addEventListener("pointerdown", pressed);
    wide.addEventListener("change", leave);
    (element.querySelector<HTMLElement>("[aria-current]") ?? stops()[0])?.focus();
    return () => {
      element.removeEventListener("keydown", turn);
      element.removeEventListener("focusout", gone);
      document.removeEventListener("pointerdown", pressed);
      wide.removeEventListener("change", leave);
    };
  };
}
