import { afterEach, expect, test, vi } from "vitest";

import { field, object, plainValue, plan } from "../../api/fixture";
import { answer, silence } from "../../api/mock";
import { planAll, whens } from "./plan";

afterEach(silence);

const row = (id: string, body: string, time = "") => object(id, { kind: "mote", values: [plainValue("organ", body), plainValue("tid", time), plainValue("plats")] });

/** A plan with a meeting that stood there and, once planned, two more: one of the group's and one that prepares it. */
function year(isPlanned: boolean) {
  const view = plan();
  const fields = [
    field("organ", { role: "body", options: [{ value: "g", label: "Gruppen", mark: "", help: "" }, { value: "b", label: "Beredningen", mark: "", help: "" }] }),
    field("tid", { role: "time" }),
    field("plats", { role: "location" }),
  ];
  const kind = { ...view.form.kinds[0]!, id: "mote", concept: "meeting", children: [], fields };
  return { ...view, form: { ...view.form, kinds: [kind], objects: [row("m1", "g", "kl. 13"), ...(isPlanned ? [row("m2", "g"), row("m3", "b")] : [])] } };
}

test("the meetings that are planned at once have one time and place, and those that stood there keep theirs", async () => {
  let isPlanned = false;
  const written = vi.fn(() => year(true));
  answer({
    document: () => year(isPlanned),
    plan_meetings: () => ((isPlanned = true), { document: "p", added: 2, known: 1, unread: [] }),
    write_field: written,
  });
  const planned = await planAll(2026, "Gruppen", "24 april", { time: " kl. 09.00 ", place: "Skövde" }, "p");
  expect(planned).toMatchObject({ status: "ok", data: { added: 2 } });
  expect(written.mock.calls).toEqual([
    [{ document: "p", form: { object: "m2", field: "tid", value: { type: "plain", text: "kl. 09.00" } } }],
    [{ document: "p", form: { object: "m2", field: "plats", value: { type: "plain", text: "Skövde" } } }],
  ]);
});

test("days alone are planned as they are", async () => {
  const written = vi.fn();
  answer({ plan_meetings: () => ({ document: "p", added: 1, known: 0, unread: [] }), write_field: written });
  expect(await planAll(2026, "", "24 april", { time: "", place: " " }, null)).toMatchObject({ status: "ok" });
  expect(written).not.toHaveBeenCalled();
});

test("a meeting's time and place are read by its object", () => {
  expect(whens(year(false)).get("m1")).toEqual({ time: "kl. 13", place: "" });
});
