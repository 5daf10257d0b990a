// What is pasted from Word comes as paragraphs that only look like lists, and with much that is Word's own.

/** The most characters that come in at once: a hundred pages and more. Beyond that the window would stand still for long. */
export const MOST_AT_ONCE = 500_000;

/** Whether what the clipboard or a drag has is too much to come in at once, be it text or a page of another program's. */
export function isTooLong(data: DataTransfer | null): boolean {
  const text = data?.getData("text/plain") ?? "";
  const html = data?.getData("text/html") ?? "";
  return Math.max(text.length, html.length > MOST_AT_ONCE ? html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, "").length : 0) > MOST_AT_ONCE;
}

/** Marks that no page can show, and that other programs leave behind. */
const CONTROL = /[\0-\x08\v\f\x0e-\x1f\x7f]/g;

/** Plain text without what no page can show. */
export const cleanText = (text: string): string => text.replace(CONTROL, "");

/** Word's HTML with its lists made lists and its own parts gone. Of other HTML only what no page can show goes. */
export function clean(pasted: string): string {
  const html = cleanText(pasted);
  if (!/class="?Mso|urn:schemas-microsoft-com/.test(html)) return html;
  const page = new DOMParser().parseFromString(html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->|<!\[if[^>]*>|<!\[endif\]>/g, ""), "text/html");
  for (const element of page.querySelectorAll("style, script, meta, link, xml, title")) element.remove();
  for (const element of [...page.body.querySelectorAll("*")]) {
    if (element.tagName.includes(":")) element.replaceWith(...element.childNodes);
  }
  lists(page);
  for (const paragraph of page.querySelectorAll("p")) {
    if (!paragraph.textContent?.replaceAll("\u00a0", " ").trim() && !paragraph.closest("td, th")) paragraph.remove();
  }
  // A cell's paragraphs would not fit into one: they become lines.
  for (const cell of page.querySelectorAll("td, th")) {
    const paragraphs = [...cell.querySelectorAll("p")];
    for (const [i, paragraph] of paragraphs.entries()) {
      if (i) paragraph.before(page.createElement("br"));
      paragraph.replaceWith(...paragraph.childNodes);
    }
  }
  return page.body.innerHTML;
}

const NUMBERED = /^\s*(\d+|[a-z]|[ivx]+)[.)]/i;
const BULLET = /^[\s\u00a0]*([·•o§\u2013\u25cf\u25aa\uf0b7-]|\d+[.)]|[a-z][.)])[\s\u00a0]+/i;

function lists(page: Document): void {
  let list: HTMLElement | undefined;
  let previous: Element | null = null;
  for (const paragraph of page.querySelectorAll<HTMLElement>("p[class*=MsoList], p[style*='mso-list']")) {
    const text = paragraph.textContent ?? "";
    const tag = NUMBERED.test(text) ? "ol" : "ul";
    if (!list || previous === null || paragraph.previousElementSibling !== previous || list.tagName.toLowerCase() !== tag) {
      list = page.createElement(tag);
      paragraph.before(list);
    }
    unmark(paragraph);
    const item = page.createElement("li");
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
    previous = list;
  }
}

/** Takes away the characters that Word writes in place of a list's mark. */
function unmark(paragraph: HTMLElement): void {
  const ignored = paragraph.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
  if (ignored) return ignored.remove();
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const first = walker.nextNode();
  if (first?.nodeValue) first.nodeValue = first.nodeValue.replace(BULLET, "");
}
