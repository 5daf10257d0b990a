// A text area as high as its text, where the web view cannot do that by itself.
import type { Attachment } from "svelte/attachments";

const CAN = typeof CSS !== "undefined" && CSS.supports?.("field-sizing", "content");

/** Lets a text area grow with what is typed in it. */
export const grows: Attachment<HTMLTextAreaElement> = (area) => {
  if (CAN) return;
  const fit = () => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  };
  area.addEventListener("input", fit);
  const seen = new ResizeObserver(() => requestAnimationFrame(fit));
  seen.observe(area);
  return () => {
    area.removeEventListener("input", fit);
    seen.disconnect();
  };
};
