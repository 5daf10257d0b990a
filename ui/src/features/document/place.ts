// Where in a document one is, and how its parts are called.
import type { DocumentView, FieldView, FindingView, KindView, PartView, ProgressView, ValueView } from "../../api";
import type { Chord } from "../../kit/chord";
import type { Message } from "../../kit/Said.svelte";
import type { Shape } from "../../kit/Mark.svelte";
import { say } from "../../kit/words";

/** The id of the control of a field. */
export const controlId = (object: string, field: string) => `f-${object}-${field}`;

/** What a document can be about. */
const CORE = ["goal", "activity", "person", "meeting", "matter", "attendance"];

/**
 * Where one begins: at the objects that the document is about (goals, people), or else at rows that follow another document, or
 * else at its first part.
 */
export function beginning({ form }: DocumentView): PartView | undefined {
  const kind = (part: PartView) => (part.content === "objects" ? form.kinds.find(({ id }) => id === part.id) : undefined);
  return form.parts.find((part) => CORE.includes(kind(part)?.concept ?? "")) ?? form.parts.find((part) => kind(part)?.follows) ?? form.parts[0];
}

/** Whether a document needs the room beside it: a report is written beside another one's text, notes are wide tables. */
export const isFollowing = (view: DocumentView): boolean => {
  if (view.form.concept === "notes") return true;
  const begun = beginning(view)?.id;
  return view.form.kinds.some(({ id, follows }) => id === begun && follows);
};

/** The part of the form that an object stands in: that of the kind of the object above all others. */
export function partOf(view: DocumentView, object: string): string | undefined {
  let found = view.form.objects.find(({ id }) => id === object);
  while (found?.parent) {
    const { parent } = found;
    found = view.form.objects.find(({ id }) => id === parent);
  }
  return found?.kind;
}

/** The part of the form that one is in: the one that was gone to, that of the object that was gone to, or where one begins. */
export function partAt(view: DocumentView, place: { part?: string; object?: string }): PartView | undefined {
  const wanted = place.part ?? (place.object && partOf(view, place.object));
  return view.form.parts.find(({ id }) => id === wanted) ?? beginning(view);
}

/** The part of the form that a field of the document itself stands in. */
export function partOfField(view: DocumentView, field: string): string | undefined {
  return view.form.parts.find(({ fields }) => fields.some(({ id }) => id === field))?.id;
}

/** What still hinders, in words: how much is missing, and how much there is to mend. Empty where nothing does. */
export function hindering(findings: FindingView[]): string {
  const found = findings.filter(({ severity }) => severity === "blocking");
  const missing = found.filter((one) => isMissing(one) || one.code === "too-few").length;
  const left = [missing && say("window-missing-count", { count: missing }), found.length - missing && say("window-mend-count", { count: found.length - missing })];
  return left.filter(Boolean).join(", ");
}

/** What is wrong with an object, and with the rows that stand in its form. */
export function faultsOf({ form, findings }: DocumentView, object: string): FindingView[] {
  const tops = form.parts.filter(({ content }) => content === "objects").map(({ id }) => id);
  const isRow = (kind: string) => form.kinds.some((found) => found.id === kind && !isListed(found, tops));
  const ids = new Set([object]);
  // A parent stands before its children.
  for (const { id, parent, kind } of form.objects) if (parent && ids.has(parent) && isRow(kind)) ids.add(id);
  return findings.filter((found) => ids.has(found.object));
}

/** What is wrong in a part of the form. */
export function faultsIn(view: DocumentView, part: PartView): FindingView[] {
  const own = new Set(part.fields.map(({ id }) => id));
  return view.findings.filter(({ object, field }) => (object === view.line.id ? field !== null && own.has(field) : partOf(view, object) === part.id));
}

/** How far what one writes has come, as a mark and words: a section where it is one, and what is wrong there. */
export function progress(section: ProgressView | undefined, faults: FindingView[]): { shape: Shape; words: string } | undefined {
  const left = hindering(faults);
  if (section?.done) return { shape: left ? "part" : "adopted", words: [say("window-marked-done"), left].filter(Boolean).join(", ") };
  if (left) return { shape: section && !section.filled ? "none" : "part", words: left };
  return section?.required ? { shape: "done", words: say("window-filled") } : undefined;
}

const SHAPES: Record<string, Shape> = { blocking: "blocks", warning: "warns", hint: "hint" };

export const shapeOfFinding = (severity: string): Shape => SHAPES[severity] ?? "hint";

/** The field that one begins to write in when an object is new: its title, or else its first. */
export const firstField = ({ fields }: KindView): string | undefined => (fields.find(({ role }) => role === "title") ?? fields.find(({ printed }) => printed))?.id;

/** How it is said that something is only missing: not at all, as what is left to write, or as what hinders. */
export type Missing = "unsaid" | "left" | "hinders";

/** What is said below a field. */
export function messages(view: DocumentView, object: string, { id, columns: cells }: FieldView, missing: Missing): Message[] {
  const all = view.findings
    .filter((found) => found.object === object && found.field === id)
    .filter((found) => missing !== "unsaid" || !isMissing(found))
    .map((found) => ({ found, said: missing === "left" && isMissing(found) ? { ...message(found), shape: "none" as const, text: say("window-left") } : message(found) }))
    .map(({ found: { row, column }, said }) => {
      const label = cells.find((cell) => cell.id === column)?.label;
      return row && label ? { ...said, column: column!, text: `${say("window-cell", { column: label, row })}: ${said.text}` } : said;
    });
  // Two decisions may lack the same in the matter above them: it is said once.
  return all.filter(({ text, row }, at) => all.findIndex((other) => other.text === text && other.row === row) === at);
}

const isMissing = ({ code }: FindingView) => code === "required-missing";

function message(found: FindingView): Message {
  if (isMissing(found)) return { shape: "blocks", text: say("window-missing"), row: found.row ?? undefined };
  // The two texts begin alike as a rule: quoted in part they tell nothing.
  if (found.code === "conflict") return { shape: shapeOfFinding(found.severity), text: say("window-disputed") };
  const text = [found.text, found.hint].filter(Boolean).join(" ");
  return { shape: shapeOfFinding(found.severity), text, row: found.row ?? undefined };
}

/** Whether somebody has written something among these values. */
export const isBegun = (values: ValueView[]): boolean => values.some(({ value, derived }) => !derived && !isEmpty(value));

/** Whether something stands in the fields of a part, whoever has put it there: on the page nobody sees who did. */
export function isFilled({ form }: DocumentView, { fields }: PartView): boolean {
  const own = new Set(fields.filter(({ printed }) => printed).map(({ id }) => id));
  return form.values.some(({ field, value }) => own.has(field) && !isEmpty(value));
}

function isEmpty(value: ValueView["value"]): boolean {
  switch (value.type) {
    case "plain": return !value.text;
    case "rich": return !value.blocks.length;
    case "lines": return !value.lines.length;
    case "table": return !value.rows.length;
    case "decision": return !value.points.length && !value.mode;
    default: return !value.items.length;
  }
}

/** Whether objects of a kind stand in the list at the left; the others are small tables within the object above. */
export function isListed(kind: KindView, tops: string[]): boolean {
  return tops.includes(kind.id) || kind.concept === "activity" || kind.concept === "goal" || kind.children.length > 0;
}

/** What moves what is chosen in a list, for the list of shortcuts; nothing where no order is chosen. */
export function moves({ form }: DocumentView): { label: string; chord: Chord }[] {
  const isOrdered = form.kinds.some(({ id, follows }) => !follows && form.parts.some((part) => part.id === id && part.content === "objects"));
  if (!isOrdered) return [];
  return [
    { label: say("window-step-up"), chord: { key: "arrowup", alt: true } },
    { label: say("window-step-down"), chord: { key: "arrowdown", alt: true } },
  ];
}

const SHORT = new Set<FieldView["widget"]>(["line", "number", "money", "date", "choice", "named", "person"]);

/** The fields of a kind that fit a column. */
export function columns(kind: KindView): FieldView[] {
  return kind.fields.filter(({ widget, printed }) => printed && SHORT.has(widget)).slice(0, 5);
}
