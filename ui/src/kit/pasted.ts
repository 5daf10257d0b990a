// A table that was copied in Word, Excel or a browser, as cells parted by tabs. The plain characters that come beside it tear
// a cell of several paragraphs into several rows.

const BLOCKS = new Set(["P", "DIV", "LI", "UL", "OL", "H1", "H2", "H3", "H4", "H5", "H6"]);

/** The rows of all tables in HTML, cells parted by tabs, and in quotation marks where they hold lines; nothing where there is no table. */
export function tableText(html: string): string | undefined {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const hidden of page.querySelectorAll("style, script, title, del")) hidden.remove();
  const rows = [...page.querySelectorAll("tr")].filter((row) => !row.parentElement?.closest("td, th"));
  if (!rows.length) return undefined;
  return rows.map(rowText).join("\n");
}

function rowText(row: Element): string {
  const cells = [...row.children].filter(({ tagName }) => tagName === "TD" || tagName === "TH");
  return cells
    .flatMap((cell) => {
      const span = Math.min(Number(cell.getAttribute("colspan")) || 1, 50);
      return [quoted(lines(cell)), ...Array.from({ length: span - 1 }, () => "")];
    })
    .join("\t");
}

/** The characters of a cell, a line for each paragraph. */
function lines(cell: Element): string {
  let text = "";
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.nodeValue ?? "").replace(/[\s\u00a0]+/g, " ");
    else if (node instanceof Element && node.tagName === "BR") text += "\n";
    else {
      const isBlock = node instanceof Element && BLOCKS.has(node.tagName);
      if (isBlock) text += "\n";
      node.childNodes.forEach(walk);
      if (isBlock) text += "\n";
    }
  };
  walk(cell);
  return text.split("\n").map((line) => line.trim()).filter(Boolean).join("\n");
}

const quoted = (text: string): string => (/[\n\t"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
