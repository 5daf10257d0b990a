import { expect, test } from "vitest";

import { object, plainValue, plan } from "../../api/fixture";
import { undoneAt } from "./undone";

const place = (id: string, field: string) => ({ document: plan().line.id, object: id, field });

/** The plan with a third activity. */
function longer() {
  const view = plan();
  return { ...view, form: { ...view.form, objects: [...view.form.objects, object("a3", { parent: "g1", name: "Aktivitet 1.3", values: [plainValue("rubrik")] })] } };
}

test("what was undone in one field is told by its label and its part, and is gone to", () => {
  const undone = undoneAt(plan(), plan(), { action: "Ändrade ”belopp”", places: [place("a2", "belopp")] });
  expect(undone).toEqual({ words: "Belopp i aktivitet 1.2", document: plan().line.id, object: "a2", field: "belopp" });
  const own = undoneAt(plan(), plan(), { action: "Ändrade ”datum”", places: [place(plan().line.id, "datum")] });
  expect(own).toEqual({ words: "Datum", document: plan().line.id, object: plan().line.id, field: "datum" });
});

test("a part that has gone leads to what stood above it, and one that is back is gone to", () => {
  const places = ["@kind", "@parent", "rubrik"].map((field) => place("a3", field));
  const gone = undoneAt(longer(), plan(), { action: "Lade till aktivitet", places });
  expect(gone).toEqual({ words: "Lade till aktivitet 1.3", document: plan().line.id, object: "g1" });
  const back = undoneAt(plan(), longer(), { action: "Tog bort en del", places });
  expect(back).toEqual({ words: "Tog bort en del (aktivitet 1.3)", document: plan().line.id, object: "a3" });
});

test("a part that was moved is gone to as a whole, and none of its texts", () => {
  const undone = undoneAt(plan(), plan(), { action: "Flyttade en del", places: ["@parent", "@order"].map((field) => place("a2", field)) });
  expect(undone).toEqual({ words: "Flyttade en del (aktivitet 1.2)", document: plan().line.id, object: "a2" });
});

test("several parts that came together are told by what was done, and not by one of them", () => {
  const view = longer();
  const more = { ...view, form: { ...view.form, objects: [...view.form.objects, object("a4", { parent: "g1", name: "Aktivitet 1.4", values: [plainValue("rubrik")] })] } };
  const places = ["a3", "a4"].flatMap((id) => ["@kind", "rubrik"].map((field) => place(id, field)));
  expect(undoneAt(more, plan(), { action: "Planerade möten", places })).toMatchObject({ words: "Planerade möten", object: "g1" });
});

test("what was undone in another document leads there", () => {
  const undone = undoneAt(plan(), plan(), { action: "Ändrade ”belopp”", places: [{ document: "other", object: "x", field: "belopp" }] });
  expect(undone).toEqual({ words: "Ändrade ”belopp”", document: "other", object: "x", field: "belopp" });
});
