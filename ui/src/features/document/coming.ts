// A row that one writes in before the file has it.
import type { FieldValue, FieldView, KindView, ObjectView } from "../../api";

/** What stands in a field in which nobody has written. */
function empty({ widget }: FieldView): FieldValue {
  switch (widget) {
    case "text": return { type: "rich", blocks: [] };
    case "lines":
    case "several": case "severalNamed": return { type: "lines", lines: [] };
    case "table": return { type: "table", rows: [] };
    case "decision": return { type: "decision", mode: "", body: "", points: [] };
    case "references":
    case "files":
    case "pictures": return { type: widget, items: [] };
    default: return { type: "plain", text: "" };
  }
}

let count = 0;

/** The number and name that follow another's; none where its number does not end in a figure. */
function following({ number, name }: ObjectView): Pick<ObjectView, "number" | "name"> | undefined {
  const figure = /\d+$/.exec(number ?? "")?.[0];
  if (!number || !figure || !name.endsWith(number)) return undefined;
  const next = number.slice(0, -figure.length) + (Number(figure) + 1);
  return { number: next, name: name.slice(0, -number.length) + next };
}

/** A new object of a kind, after the last of its siblings, with an id of its own, in the form of the file's, until it has the file's. */
export function comingRow(kind: KindView, parent: string | null, last?: ObjectView): ObjectView {
  const id = `00000000-0000-0000-0000-${String(++count).padStart(12, "0")}`;
  const values = kind.fields.map((field) => ({ field: field.id, value: empty(field), derived: false, disputed: false }));
  return { id, kind: kind.id, parent, number: null, name: kind.label, ...(last && following(last)), title: "", gone: null, shown: [], values };
}
