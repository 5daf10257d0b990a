import { expect, test } from "vitest";

import { field, object, plainValue, plan } from "../../api/fixture";
import { whens } from "./plan";

/** A plan with a meeting. */
function year() {
  const view = plan();
  const fields = [field("tid", { role: "time" }), field("plats", { role: "location" })];
  const meeting = object("m1", { kind: "mote", values: [plainValue("tid", "kl. 13"), plainValue("plats")] });
  const kind = { ...view.form.kinds[0]!, id: "mote", concept: "meeting", children: [], fields };
  return { ...view, form: { ...view.form, kinds: [kind], objects: [meeting] } };
}

test("a meeting's time and place are read by its object", () => {
  expect(whens(year()).get("m1")).toEqual({ time: "kl. 13", place: "" });
});
