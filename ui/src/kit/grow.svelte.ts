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

function fitSoon(area: HTMLTextAreaElement) {
  if (!waiting.size) requestAnimationFrame(fit);
  waiting.add(area);
}

/** Lets a text area grow and shrink with `text`, be it typed in it or put there by the program, which no event tells of. */
export const grows = (text: () => string): Attachment<HTMLTextAreaElement> => (area) => {
  if (CAN) return;
  let typed: string | undefined;
  const type = () => {
    typed = area.value;
    waiting.add(area);
    fit();
  };
  area.addEventListener("input", type);
  const seen = new ResizeObserver(() => fitSoon(area));
  seen.observe(area);
  $effect(() => {
    // What is typed has been measured already.
    if (text() !== typed) fitSoon(area);
    typed = undefined;
  });
  return () => {
    area.removeEventListener("input", type);
    seen.disconnect();
    waiting.delete(area);
  };
};
