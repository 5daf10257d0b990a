// A part that is wider than its place is scrolled by itself, and must then be reached by the keyboard.
import type { Attachment } from "svelte/attachments";

/** Lets an element take focus, under a name, for as long as it is wider than its place. */
export function scrollable(name: string): Attachment<HTMLElement> {
  return (element) => {
    const observer = new ResizeObserver(() => {
      const isWide = element.scrollWidth > element.clientWidth;
      for (const [attribute, value] of Object.entries({ tabindex: "0", role: "group", "aria-label": name })) {
        if (isWide) element.setAttribute(attribute, value);
        else element.removeAttribute(attribute);
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
