// What is asked for in a row: which fields belong to it now, and what stands in it.
import type { DocumentView, FieldView, FieldValue, KindView } from "../../../api";

/** The roles of what a row is about, the first that its kind has. */
const ABOUT = ["description", "decision_points", "title"];

/** The field that says what a row is about. */
export function about(kind: KindView): FieldView | undefined {
  return ABOUT.map((role) => kind.fields.find((field) => field.role === role)).find((field) => field !== undefined);
}

/** Whether anything stands in a value. */
export function isFilled(value: FieldValue | undefined): boolean {
  if (!value) return false;
  switch (value.type) {
    case "plain": return value.text !== "" && value.text !== "false";
    case "rich": return value.blocks.length > 0;
    case "lines": return value.lines.length > 0;
    case "table": return value.rows.length > 0;
    case "decision": return value.points.length > 0;
    default: return value.items.length > 0;
  }
}

/** Whether a field is asked for now: always, or because of what stands in the field that asks for it; and a field in which
 * something stands is never hidden. */
export function isAsked(field: FieldView, value: (field: string) => FieldValue | undefined): boolean {
  if (!field.printed) return false;
  const { askedIf } = field;
  if (!askedIf || isFilled(value(field.id))) return true;
  const other = value(askedIf.field);
  if (!askedIf.values.length) return isFilled(other);
  return other?.type === "plain" && askedIf.values.includes(other.text);
}

/** The object that stands straight below the document and has `object` in it. */
export function topOf(view: DocumentView, object: string | undefined): string | undefined {
  let found = view.form.objects.find(({ id }) => id === object);
  while (found?.parent) {
    const { parent } = found;
    found = view.form.objects.find(({ id }) => id === parent);
  }
  return found?.id;
}

/** The places of notes that one goes through in order: the parts, and each matter in the place of its part. */
export function stops(view: DocumentView): { part: string; object?: string }[] {
  return view.form.parts
    .filter(({ content }) => content !== "computed")
    .flatMap<{ part: string; object?: string }>(({ id }) => {
      const kind = view.form.kinds.find((kind) => kind.id === id);
      if (kind?.concept !== "matter") return [{ part: id }];
      return view.form.objects.filter((object) => object.kind === id && !object.parent).map((object) => ({ part: id, object: object.id }));
    });
}
