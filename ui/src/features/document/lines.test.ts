import { expect, test } from "vitest";

import { field, object, plainValue } from "../../api/fixture";
import type { KindView } from "../../api";
import { lines } from "./lines";

const kind = (concept: string, roles: string[]): KindView => ({
  id: concept, concept, label: concept, plural: concept, help: [], children: [], follows: false, most: 10,
  fields: roles.map((role) => field(role, { role, options: role === "body" ? [{ value: "b1", label: "Beredningen", mark: "", help: "" }] : [] })),
});
const row = (values: Record<string, string>) => object("m", { values: Object.entries(values).map(([id, text]) => plainValue(id, text)) });

test("a meeting is told apart by its day, its time and its body", () => {
  const meeting = kind("meeting", ["meeting_date", "end", "time", "body"]);
  expect(lines(meeting, row({ meeting_date: "2026-04-24", time: "kl. 09.00–12.00", body: "b1" }))).toEqual(["fre 24 april kl. 09.00–12.00", "Beredningen"]);
  expect(lines(meeting, row({ meeting_date: "2026-09-19", end: "2026-09-20" }))).toEqual(["lör 19 september – sön 20 september"]);
  expect(lines(meeting, row({ meeting_date: "någon gång i maj" }))).toEqual(["någon gång i maj"]);
});

test("a person is told by office, organisation and term, and other parts by their names alone", () => {
  expect(lines(kind("person", ["office", "organisation", "start", "end"]), row({ office: "Ordförande", organisation: "Hjo kommun", start: "2026-01-01" }))).toEqual(["Ordförande, Hjo kommun", "2026-01-01 –"]);
  expect(lines(kind("activity", ["title"]), row({ title: "x" }))).toEqual([]);
});
