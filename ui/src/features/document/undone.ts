// What undo has taken back, in words with its place, and where one goes to see it.
import type { DocumentView, ObjectView, PlaceView, UndoneView } from "../../api";
import { say } from "../../kit/words";

/** What was taken back or done again. */
export interface Undone {
  /** What it was, and in which part. */
  words: string;
  /** The document in which it is to be seen. */
  document: string | undefined;
  /** The object there, nothing where the whole document is meant; and the field, nothing where the whole object is. */
  object?: string;
  field?: string;
}

const isOwn = ({ field }: PlaceView) => !field.startsWith("@");

/** A name within a sentence. */
const within = (name: string) => name.charAt(0).toLocaleLowerCase("sv") + name.slice(1);

/** Tells of what was taken back by the document as it was before and after. */
export function undoneAt(before: DocumentView, after: DocumentView, { action, places }: UndoneView): Undone {
  const here = places.filter(({ document }) => document === after.line.id);
  if (!here.length) {
    const place = places.find(isOwn) ?? places[0];
    return { words: action, document: place?.document, ...(place && isOwn(place) && { object: place.object, field: place.field }) };
  }
  const find = (view: DocumentView, id: string) => view.form.objects.find((object) => object.id === id);
  const nameOf = (id: string) => (find(after, id) ?? find(before, id))?.name ?? "";

  // What has gone or come with all that stands below it is told by what stands highest.
  const turned = [...new Set(here.map(({ object }) => object))].filter((id) => Boolean(find(before, id)) !== Boolean(find(after, id)));
  const parentOf = (id: string) => (find(before, id) ?? find(after, id))?.parent;
  const tops = turned.filter((id) => !turned.includes(parentOf(id) ?? ""));
  const [top] = tops;
  // Several that came together are told by what was done with them.
  if (top) return { words: told(action, tops.length > 1 ? "" : nameOf(top)), document: after.line.id, ...at(find(after, top) ?? instead(before, after, find(before, top)!)) };

  const fields = here.filter(isOwn);
  const [first] = fields;
  const place = first ?? here[0]!;
  const object = find(after, place.object);
  const isOne = first && fields.every(({ object, field }) => object === first.object && field === first.field);
  const known = object ? after.form.kinds.find(({ id }) => id === object.kind)?.fields : after.form.parts.flatMap((part) => part.fields);
  const label = isOne && known?.find(({ id }) => id === first.field)?.label;
  const words = !label ? told(action, object?.name ?? "") : object ? say("window-undone-field", { field: label, part: within(object.name) }) : label;
  return { words, document: after.line.id, ...(first ? { object: first.object, field: first.field } : at(object)) };
}

/** An object as a whole: what was moved, or is back, is to be seen and not to be written over. */
const at = (object: ObjectView | undefined): Pick<Undone, "object"> => (object ? { object: object.id } : {});

/** What was done, with the part; an action that says already what kind it is of gets its number. */
function told(action: string, part: string): string {
  const name = within(part);
  const kind = name.replace(/ [\d.]+$/, "");
  if (!name) return action;
  return action.endsWith(` ${kind}`) ? action + name.slice(kind.length) : say("window-undone-part", { action, part: name });
}

/** Where one goes when an object is gone: to the one above it, or to the one before or after it. */
function instead(before: DocumentView, after: DocumentView, gone: ObjectView): ObjectView | undefined {
  const above = after.form.objects.find(({ id }) => id === gone.parent);
  if (above) return above;
  const siblings = before.form.objects.filter(({ kind, parent }) => kind === gone.kind && parent === gone.parent);
  const was = siblings.findIndex(({ id }) => id === gone.id);
  return [siblings[was - 1], siblings[was + 1]].map((object) => object && after.form.objects.find(({ id }) => id === object.id)).find(Boolean);
}
