import { expect, test } from "vitest";

import type { MeetingView } from "../../api";
import { months, state, steps } from "./step";

const meeting = (other: Partial<MeetingView> = {}): MeetingView => ({
  object: "m1", title: "Mötet", body: "Gruppen", with: "", day: "2026-04-24", until: "", days: 10, agenda: null, notes: null, lacks: [], ...other,
});

test("a planned meeting begins with its agenda", () => {
  expect(steps(meeting())).toEqual(["begin-agenda"]);
  expect(state(meeting()).words).toBe("Planerat");
});

test("notes come first when the day has come, and the agenda before", () => {
  expect(steps(meeting({ agenda: "a" }))[0]).toBe("open-agenda");
  expect(steps(meeting({ agenda: "a", days: 0 }))[0]).toBe("begin-notes");
  expect(steps(meeting({ agenda: "a", days: -1, notes: "n" }))[0]).toBe("open-notes");
});

test("a year falls into months, and what has no day stands by itself", () => {
  const days = ["2026-01-16", "2026-01-23", "2026-04-24", ""];
  const found = months(days.map((day) => meeting({ day })));
  expect(found.map(({ month, meetings }) => [month, meetings.length])).toEqual([["2026-01", 2], ["2026-04", 1], ["", 1]]);
});
