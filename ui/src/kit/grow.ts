// A text area as high as its text, where the web view cannot do that by itself.
import type { Attachment } from "svelte/attachments";

const CAN = typeof CSS !== "undefined" && CSS.supports?.("field-sizing", "content");

const waiting = new Set<HTMLTextAreaElement>();

/** Makes all that wait as high as their texts: they are measured together, for to measure each by itself takes seconds in a long list. */
function fit() {
  const areas = [...waiting];
  waiting.clear();
  for (const area of areas) area.style.height = "auto";
  const heights = areas.map((area) => area.scrollHeight);
  areas.forEach((area, i) => (area.style.height = `${heights[i]! + 2}px`));
}

/** Lets a text area grow with what is typed in it. */
export const grows: Attachment<HTMLTextAreaElement> = (area) => {
  if (CAN) return;
  const type = () => {
    waiting.add(area);
    fit();
  };
  area.addEventListener("input", type);
  const seen = new ResizeObserver(() => {
    if (!waiting.size) requestAnimationFrame(fit);
    waiting.add(area);
  });
  seen.observe(area);
  return () => {
    area.removeEventListener("input", type);
    seen.disconnect();
    waiting.delete(area);
  };
};
