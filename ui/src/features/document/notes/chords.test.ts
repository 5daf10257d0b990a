import { expect, test } from "vitest";

import { object, plan } from "../../../api/fixture";
import { listed, rowChords } from "./chords";

/** Notes with matters of the agenda, further ones, and what stands below either. */
function notes() {
  const view = plan();
  const kind = { ...view.form.kinds[0]!, children: ["beslut", "atgard"] };
  const kinds = [
    { ...kind, id: "arende", concept: "matter", label: "Ärende", follows: true },
    { ...kind, id: "ovrigt", concept: "matter", label: "Övrig fråga", follows: false },
    { ...kind, id: "beslut", concept: "decision", label: "Beslut", children: [] },
    { ...kind, id: "atgard", concept: "action", label: "Åtgärd", children: [] },
  ];
  return { ...view, form: { ...view.form, concept: "notes", kinds, objects: [object("m1", { kind: "arende" })] } };
}

const letters = (view: Parameters<typeof rowChords>[0]) => Object.fromEntries([...rowChords(view)].map(([id, { key }]) => [id, key]));

test("each row that one adds has a letter of its own that every keyboard has, also a further matter", () => {
  expect(letters(notes())).toEqual({ beslut: "b", atgard: "t", ovrigt: "v" });
});

test("a letter that the window uses, or another row, is not used again", () => {
  const view = notes();
  const kinds = view.form.kinds.map((kind) => (kind.id === "atgard" ? { ...kind, label: "Bepröva" } : kind));
  expect(letters({ ...view, form: { ...view.form, kinds } })).toEqual({ beslut: "b", atgard: "e", ovrigt: "v" });
});

test("the list of shortcuts has them all", () => {
  expect(listed(notes()).map(({ chord }) => chord.key)).toEqual(["v", "b", "t", "pageup", "pagedown"]);
});
