import { render, screen } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";

import type { MeetingView } from "../api";
import { answer, silence } from "../api/mock";
import { Session } from "../features/session/session.svelte";
import Meetings from "./Meetings.svelte";

afterEach(silence);

const meeting = (day: string, days: number): MeetingView =>
  ({ object: day, title: "Gruppen", body: "Gruppen", with: "", day, until: "", days, agenda: null, notes: null, lacks: [] }) as unknown as MeetingView;

test("an agenda for a meeting that is over is offered quietly, and for the next one with a filled button", async () => {
  const meetings = [meeting("2025-02-03", -28), meeting("2025-03-14", 11), meeting("2025-05-09", 67)];
  answer({ meetings: () => ({ year: 2025, today: "2025-03-03", plan: null, lacks: [], meetings, bodies: [] }) });
  render(Meetings, { session: new Session(), disabled: false, ontell() {}, onbegun() {}, onmail() {} });
  const found = await screen.findAllByRole("button", { name: /^Börja på dagordningen/ });
  expect(found.map((button) => button.className.split(" ")[0])).toEqual(["quiet", "primary", "plain"]);
});
