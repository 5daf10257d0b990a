// Tells when something comes near the part of a pane that is seen, and when it has left it.
import type { Attachment } from "svelte/attachments";

/** How far outside the seen part still counts as near: a pane's height in each direction. */
const MARGIN = "100% 0px";

/** An attachment that calls `change` each time its element comes near the seen part of `pane`, or leaves it. */
export function near(pane: () => Element | null | undefined, change: (near: boolean) => void): Attachment {
  return (element) => {
    const observer = new IntersectionObserver((seen) => change(seen.at(-1)?.isIntersecting ?? false), {
      root: pane() ?? null,
      rootMargin: MARGIN,
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
