import { expect, test } from "vitest";

import { field, object, plan } from "../../../api/fixture";
import type { FieldValue } from "../../../api";
import { about, isAsked, stops, topOf } from "./asked";

const plain = (text: string): FieldValue => ({ type: "plain", text });
const among = (values: Record<string, string>) => (id: string) => plain(values[id] ?? "");

test("a field is asked for when the other says so, and never hidden when something stands in it", () => {
  const body = field("vidare", { askedIf: { field: "fortsatt", values: ["beslut"] } });
  expect(isAsked(body, among({}))).toBe(false);
  expect(isAsked(body, among({ fortsatt: "information" }))).toBe(false);
  expect(isAsked(body, among({ fortsatt: "beslut" }))).toBe(true);
  expect(isAsked(body, among({ vidare: "Styrelsen" }))).toBe(true);
  expect(isAsked(field("not", { printed: false }), among({ not: "x" }))).toBe(false);
});

test("a field that any value asks for is not asked for by a no", () => {
  const amount = field("belopp", { askedIf: { field: "ekonomi", values: [] } });
  expect(isAsked(amount, among({ ekonomi: "false" }))).toBe(false);
  expect(isAsked(amount, among({ ekonomi: "true" }))).toBe(true);
});

/** Notes with who was there, one matter, a decision below it, and a view that is computed. */
function notes() {
  const view = plan();
  const part = (id: string, content: "fields" | "objects" | "computed") => ({ id, label: id, content, fields: [] });
  const kind = { ...view.form.kinds[0]!, children: [] };
  const form = {
    ...view.form,
    concept: "notes",
    parts: [part("head", "fields"), part("narvaro", "objects"), part("arende", "objects"), part("atgarder", "computed"), part("nasta", "fields")],
    kinds: [{ ...kind, id: "narvaro", concept: "attendance" }, { ...kind, id: "arende", concept: "matter" }, { ...kind, id: "beslut", concept: "decision", fields: [field("rubrik", { role: "title" }), field("ord", { role: "description" })] }],
    objects: [object("m1", { kind: "arende" }), object("b1", { kind: "beslut", parent: "m1" }), object("m2", { kind: "arende" })],
  };
  return { ...view, form };
}

test("one goes through notes part by part, and matter by matter", () => {
  expect(stops(notes()).map(({ part, object }) => object ?? part)).toEqual(["head", "narvaro", "m1", "m2", "nasta"]);
});

test("what stands in a matter leads to the matter", () => {
  expect(topOf(notes(), "b1")).toBe("m1");
  expect(topOf(notes(), "m2")).toBe("m2");
  expect(topOf(notes(), undefined)).toBeUndefined();
});

test("a decision is about its words rather than its title", () => {
  expect(about(notes().form.kinds[2]!)?.id).toBe("ord");
});
