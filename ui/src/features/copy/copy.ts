// Text to the clipboard as Word takes it: headings, lists and tables as HTML, and the same as plain characters.
import type { Run, TextBlock } from "../../api";
import { lines } from "../../kit/rich";

/** Puts blocks on the clipboard; false where the web view refuses. */
export function copyBlocks(blocks: TextBlock[]): boolean {
  return put({ "text/html": toHtml(blocks), "text/plain": lines(blocks) });
}

/** Puts plain characters on the clipboard; false where the web view refuses. */
export function copyText(text: string): boolean {
  return put({ "text/plain": text });
}

function put(data: Record<string, string>): boolean {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text);
  };
  // The event of a copy, and not the clipboard's own interface: that one asks for a permission in some web views.
  document.addEventListener("copy", fill, { once: true, capture: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return copied;
}

/** Blocks as the HTML that Word takes. */
export function toHtml(blocks: TextBlock[]): string {
  return `<html><body lang="sv">${blocks.map(block).join("")}</body></html>`;
}

function block(of: TextBlock): string {
  switch (of.type) {
    case "heading": {
      const tag = `h${Math.min(of.level, 6)}`;
      return `<${tag}>${runs(of.text)}</${tag}>`;
    }
    case "paragraph": return `<p>${runs(of.text)}</p>`;
    case "list": {
      const tag = of.numbered ? "ol" : "ul";
      return `<${tag}>${of.items.map((item) => `<li>${item.map(block).join("")}</li>`).join("")}</${tag}>`;
    }
    case "table": {
      const row = (tag: string) => (cells: Run[][]) => `<tr>${cells.map((cell) => `<${tag}>${runs(cell)}</${tag}>`).join("")}</tr>`;
      return `<table border="1"><thead>${row("th")(of.head)}</thead><tbody>${of.rows.map(row("td")).join("")}</tbody></table>`;
    }
  }
}

function runs(of: Run[]): string {
  return of
    .map(({ text, bold, italic, link }) => {
      let html = escape(text).replaceAll("\n", "<br>");
      if (italic) html = `<em>${html}</em>`;
      if (bold) html = `<strong>${html}</strong>`;
      return link ? `<a href="${escape(link)}">${html}</a>` : html;
    })
    .join("");
}

const NAMES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => NAMES[character]!);
