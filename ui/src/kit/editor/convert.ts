// Blocks to the editor's document and back.
import type { Mark, Node } from "prosemirror-model";

import type { Block, Run } from "../rich";
import { schema } from "./schema";

const { nodes, marks } = schema;

/** The editor's document of these blocks; an empty paragraph where there are none. */
export function toDoc(blocks: Block[]): Node {
  const content = blocks.map(toNode);
  return nodes.doc!.create(null, content.length ? content : [nodes.paragraph!.create()]);
}

function toNode(block: Block): Node {
  switch (block.type) {
    case "heading":
      return nodes.heading!.create({ level: block.level }, toInline(block.text, false));
    case "paragraph":
      return nodes.paragraph!.create(null, toInline(block.text));
    case "list": {
      const list = block.numbered ? nodes.ordered_list! : nodes.bullet_list!;
      return list.create(null, block.items.map((item) => {
        const content = item.map(toNode);
        const starts = content[0]?.type === nodes.paragraph;
        return nodes.list_item!.create(null, starts ? content : [nodes.paragraph!.create(), ...content]);
      }));
    }
    case "table":
      return nodes.table!.create(null, [block.head, ...block.rows].map((row) =>
        nodes.table_row!.create(null, row.map((cell) => nodes.table_cell!.create(null, toInline(cell))))));
  }
}

function toInline(runs: Run[], breaks = true): Node[] {
  return runs.flatMap((run) => {
    const its: Mark[] = [];
    if (run.link) its.push(marks.link!.create({ href: run.link }));
    if (run.bold) its.push(marks.strong!.create());
    if (run.italic) its.push(marks.em!.create());
    const parts = run.text.split("\n");
    return parts.flatMap((part, i) => [
      ...(i && breaks ? [nodes.hard_break!.create()] : []),
      ...(part ? [schema.text(part, its)] : []),
    ]);
  });
}

/** The blocks of an editor's document; empty paragraphs at the end are left out. */
export function toBlocks(doc: Node): Block[] {
  const blocks = children(doc).map(toBlock);
  while (isEmpty(blocks.at(-1))) blocks.pop();
  return blocks.filter((block) => !isEmpty(block));
}

function isEmpty(block: Block | undefined): boolean {
  return block !== undefined && "text" in block && !block.text.some(({ text }) => text.trim());
}

function toBlock(node: Node): Block {
  switch (node.type) {
    case nodes.heading:
      return { type: "heading", level: Number(node.attrs.level), text: toRuns(node) };
    case nodes.bullet_list:
    case nodes.ordered_list:
      return {
        type: "list",
        numbered: node.type === nodes.ordered_list,
        items: children(node).map((item) => children(item).map(toBlock)),
      };
    case nodes.table: {
      const [head = [], ...rows] = children(node).map((row) => children(row).map(toRuns));
      const width = Math.max(head.length, ...rows.map((row) => row.length));
      const filled = (row: Run[][]) => [...row, ...Array.from({ length: width - row.length }, () => [])];
      return { type: "table", head: filled(head), rows: rows.map(filled) };
    }
    default:
      return { type: "paragraph", text: toRuns(node) };
  }
}

function toRuns(node: Node): Run[] {
  const runs: Run[] = [];
  for (const child of children(node)) {
    const has = (name: string) => child.marks.some((mark) => mark.type.name === name);
    const link = child.marks.find((mark) => mark.type.name === "link");
    const run = {
      text: child.isText ? (child.text ?? "") : "\n",
      bold: has("strong"),
      italic: has("em"),
      link: link ? String(link.attrs.href) : null,
    };
    const last = runs.at(-1);
    if (last && last.bold === run.bold && last.italic === run.italic && last.link === run.link) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

function children(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, i) => node.child(i));
}
