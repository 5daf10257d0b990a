// Terms on a line of time: where each stands on it.
import type { GroupView, TermView } from "../../api";

const DAY = 86_400_000;

/** How far along the line a day is, in per cent. */
export function at(day: string, line: Pick<GroupView, "from" | "to">): number {
  const [first, last] = [Date.parse(line.from), Date.parse(line.to)];
  return Math.min(100, Math.max(0, (100 * (Date.parse(day) - first)) / (last - first)));
}

/** The left edge and the width of a time on the line, in per cent; its last day is part of it. */
export function bar(from: string, to: string, line: Pick<GroupView, "from" | "to">): { left: number; width: number } {
  const left = at(from, line);
  const end = at(new Date(Date.parse(to) + DAY).toISOString().slice(0, 10), line);
  return { left, width: Math.max(0.5, end - left) };
}

/** The years that begin on the line, not so many that their numbers touch. */
export function years(line: Pick<GroupView, "from" | "to">): { year: number; left: number }[] {
  const [first, last] = [Number(line.from.slice(0, 4)) + 1, Number(line.to.slice(0, 4))];
  const step = Math.ceil((last - first + 1) / 8);
  const found = [];
  for (let year = first; year <= last; year += step) found.push({ year, left: at(`${year}-01-01`, line) });
  return found;
}

/** Whether a term goes on, is over, or has not begun. */
export const stage = (term: TermView): "now" | "over" | "coming" => (term.now ? "now" : term.over ? "over" : "coming");
