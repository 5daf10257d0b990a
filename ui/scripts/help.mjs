// Makes the help that the window shows from assets/help: `file.md?help` is a list of sections with their blocks, so that the
// page needs no reader of Markdown. What the help may use: a heading with an id for each section, paragraphs, lists, bold,
// and a picture on a line of its own.

const SECTION = /^## (.+?) \{#([a-z]+)\}$/;
const PICTURE = /^!\[(.+)\]\(([a-z]+\.png)\)$/;
const ITEM = /^(-|\d+\.) (.+)$/;

/** A text as runs; what stands between double stars is bold. */
const runs = (text) =>
  text.split("**").map((part, i) => ({ text: part, bold: i % 2 === 1, italic: false, link: null })).filter(({ text }) => text);

/** A paragraph of lines: a picture, a list, or text. */
function block(lines) {
  const picture = PICTURE.exec(lines[0]);
  if (picture) return { type: "picture", alt: picture[1], name: picture[2] };
  const items = lines.map((line) => ITEM.exec(line));
  if (items.every(Boolean)) {
    return { type: "list", numbered: items[0][1] !== "-", items: items.map(([, , text]) => [{ type: "paragraph", text: runs(text) }]) };
  }
  return { type: "paragraph", text: runs(lines.join(" ")) };
}

/** The sections of a help file: `[{id, title, blocks}]`. What it cannot read is an error, for nobody else would see it. */
export function sections(markdown) {
  const [, ...parts] = `\n${markdown}`.split(/\n(?=## )/);
  return parts.map((part) => {
    const [head, ...rest] = part.trim().split("\n");
    const named = SECTION.exec(head);
    if (!named) throw new Error(`not a section: ${head}`);
    const blocks = rest.join("\n").split(/\n\s*\n/).map((text) => text.trim()).filter(Boolean).map((text) => block(text.split("\n")));
    const stray = blocks.flatMap(({ text }) => text ?? []).find(({ text }) => /[*#`]|!\[/.test(text));
    if (stray) throw new Error(`${named[2]}: what is ${stray.text}`);
    return { id: named[2], title: named[1], blocks };
  });
}

/** A module that has the sections, with each picture as an import of its own, so that it is built like any other. */
export function module(markdown) {
  const found = sections(markdown);
  const names = [...new Set(found.flatMap(({ blocks }) => blocks.flatMap(({ name }) => name ?? [])))];
  const imports = names.map((name, i) => `import p${i} from "./${name}?url";`).join("\n");
  const pictures = `{ ${names.map((name, i) => `${JSON.stringify(name)}: p${i}`).join(", ")} }`;
  return `${imports}\nexport const sections = ${JSON.stringify(found)};\nexport const pictures = ${pictures};\n`;
}
