// A small document for unit tests: a plan with a goal, two activities and an indicator.
import type { DocumentLineView, DocumentView, FieldView, KindView, ObjectView, TextBlock, ValueView } from ".";

export const line = (other: Partial<DocumentLineView> = {}): DocumentLineView => ({
  id: "11111111-1111-1111-1111-111111111111",
  concept: "plan",
  period: "2025",
  name: "Plan",
  title: "Plan 2025",
  state: "draft",
  edition: null,
  changed: true,
  sent: null,
  sentBack: null,
  printed: true,
  blocking: 0,
  warnings: 0,
  ...other,
});

export const field = (id: string, other: Partial<FieldView> = {}): FieldView => ({
  id, role: "", label: id, help: `Skriv ${id}.`, widget: "line", required: false, askedIf: null, printed: true, max: null, none: "", options: [], columns: [],
  ...other,
});

const kind = (id: string, other: Partial<KindView> = {}): KindView => ({
  id, concept: id, label: id, plural: id, help: [], children: [], follows: false, fields: [field("rubrik", { role: "title" })], most: 10,
  ...other,
});

export const plainValue = (field: string, text = ""): ValueView => ({ field, value: { type: "plain", text }, derived: false, disputed: false });

export const object = (id: string, other: Partial<ObjectView> = {}): ObjectView => ({
  id, kind: "activity", parent: null, number: null, name: id, title: id, gone: null, shown: [], values: [plainValue("rubrik", id)],
  ...other,
});

export const paragraph = (text: string): TextBlock => ({ type: "paragraph", text: [{ text, bold: false, italic: false, link: null }] });

export function plan(other: Partial<DocumentView> = {}): DocumentView {
  const own = other.line ?? line();
  return {
    line: own,
    form: {
      document: own.id,
      concept: own.concept,
      name: own.name,
      title: own.title,
      help: [],
      parts: [
        { id: "head", label: "Dokumenthuvud", content: "fields", fields: [field("datum", { widget: "date", label: "Datum" })] },
        { id: "goal", label: "Mål", content: "objects", fields: [] },
        { id: "budget", label: "Budget", content: "computed", fields: [] },
      ],
      kinds: [
        kind("goal", { label: "Mål", plural: "Mål", children: ["indicator", "activity"] }),
        kind("indicator", { label: "Indikator", plural: "Indikatorer" }),
        kind("activity", {
          label: "Aktivitet",
          plural: "Aktiviteter",
          fields: [
            field("rubrik", { role: "title", label: "Rubrik" }),
            field("belopp", { widget: "money", label: "Belopp" }),
            field("metod", { widget: "text", label: "Metod", required: true }),
          ],
        }),
      ],
      objects: [
        object("g1", { kind: "goal", number: "1", name: "Mål 1", title: "Trygg utskrivning" }),
        object("i1", { kind: "indicator", parent: "g1", name: "Indikator 1", title: "Fall" }),
        ...["a1", "a2"].map((id, i) => object(id, {
          parent: "g1",
          number: `1.${i + 1}`,
          name: `Aktivitet 1.${i + 1}`,
          title: `Aktiviteten ${i + 1}`,
          values: [
            plainValue("rubrik", `Aktiviteten ${i + 1}`),
            plainValue("belopp", "180 000"),
            { field: "metod", value: { type: "rich", blocks: [paragraph("Så här.")] }, derived: false, disputed: false },
          ],
        })),
      ],
      values: [plainValue("datum")],
      modes: [],
      bodies: [],
      organisations: [],
      prefills: false,
      decides: "",
      phrases: [],
    },
    sections: [{ id: "goal", label: "Mål", filled: 3, required: 6, blocking: 1, done: false, by: "" }],
    findings: [],
    gaps: [],
    editions: [],
    log: [],
    undo: { undo: null, redo: null },
    ...other,
  };
}
