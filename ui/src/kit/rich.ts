// Running text: what the editor edits and the reader reads.
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  link: string | null;
}

export type Block =
  | { type: "heading"; level: number; text: Run[] }
  | { type: "paragraph"; text: Run[] }
  | { type: "list"; numbered: boolean; items: Block[][] }
  | { type: "table"; head: Run[][]; rows: Run[][][] };

/** A run of plain characters. */
export const plain = (text: string): Run => ({ text, bold: false, italic: false, link: null });

const characters = (runs: Run[]): string => runs.map(({ text }) => text).join("");

/** The characters of blocks, a line for each. */
export function lines(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === "list") return block.items.map(lines).join("\n");
      if (block.type === "table") return [block.head, ...block.rows].map((row) => row.map(characters).join("\t")).join("\n");
      return characters(block.text);
    })
    .join("\n");
}

/** An instruction's words, with those that it stresses (between asterisks) apart. */
export function emphasis(text: string): { text: string; strong: boolean }[] {
  const parts = text.split(/\*([^*\s](?:[^*]*[^*\s])?)\*/);
  return parts.map((part, i) => ({ text: part, strong: i % 2 === 1 })).filter((part) => part.text);
}
