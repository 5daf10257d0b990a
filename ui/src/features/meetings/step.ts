// What one does next with a meeting, and the year by months.
import type { MeetingView } from "../../api";
import type { Shape } from "../../kit/Mark.svelte";
import { say, type PlainKey } from "../../kit/words";

/** What is done with a meeting: a paper is begun, or opened. */
export type Step = "begin-agenda" | "open-agenda" | "begin-notes" | "open-notes";

export const STEPS: Record<Step, PlainKey> = {
  "begin-agenda": "window-meetings-begin-agenda",
  "open-agenda": "window-meetings-open-agenda",
  "begin-notes": "window-meetings-begin-notes",
  "open-notes": "window-meetings-open-notes",
};

/** The steps that a meeting has now, the sensible one first: notes are taken when the day has come. */
export function steps({ agenda, notes, days }: MeetingView): Step[] {
  if (notes) return agenda ? ["open-notes", "open-agenda"] : ["open-notes"];
  if (!agenda) return ["begin-agenda"];
  return days !== null && days <= 0 ? ["begin-notes", "open-agenda"] : ["open-agenda", "begin-notes"];
}

/** How far a meeting has come. */
export function state({ agenda, notes }: MeetingView): { shape: Shape; words: string } {
  if (notes) return { shape: "done", words: say("window-meetings-noted") };
  if (agenda) return { shape: "part", words: say("window-meetings-called") };
  return { shape: "none", words: say("window-meetings-planned") };
}

/** The meetings of a month in their order; those without a day stand under "". */
export interface Month {
  /** Year and month, ISO 8601. */
  month: string;
  meetings: MeetingView[];
}

/** Meetings, which come by day, as months. */
export function months(meetings: MeetingView[]): Month[] {
  const found: Month[] = [];
  for (const meeting of meetings) {
    const month = meeting.day.slice(0, 7);
    const last = found.at(-1);
    if (last?.month === month) last.meetings.push(meeting);
    else found.push({ month, meetings: [meeting] });
  }
  return found;
}
