// Text to the clipboard as Word takes it: headings, lists and tables as HTML, and the same as plain characters.
import type { Answer, Run, TextBlock } from "../../api";
import { lines } from "../../kit/rich";

/**
 * Puts blocks on the clipboard as soon as they come; false where they do not, or where the web view refuses. It must be
 * called by the press itself: a clipboard that is asked later takes nothing any more.
 */
export async function copyBlocks(asked: Promise<Answer<TextBlock[]>>): Promise<boolean> {
  const as = async (type: string, make: (blocks: TextBlock[]) => string) => {
    const text = await asked;
    if (text.status === "error") throw text.error;
    return new Blob([make(text.data)], { type });
  };
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/html": as("text/html", toHtml), "text/plain": as("text/plain", lines) })]);
    return true;
  } catch {
    return false;
  }
}

/** Puts plain characters on the clipboard; false where the web view refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
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
