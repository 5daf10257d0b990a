// Which section of the help tells of where one is.
import type { Session } from "../features/session/session.svelte";

/** The sections about documents of one concept; the others are written as the plan is. */
const CONCEPTS: Record<string, string> = {
  memo: "memo",
  report: "report",
  meeting: "meetings",
  meeting_plan: "meetings",
  notes: "notes",
  poll: "notes",
  register: "matters",
};

/** A dialog may name a section of its own (`data-help`); otherwise it is the view's. */
export function topicOf({ workspace, place, document }: Pick<Session, "workspace" | "place" | "document">, focused: Element | null): string {
  const named = focused?.closest<HTMLElement>("[data-help]")?.dataset.help;
  if (named) return named;
  if (!workspace) return "start";
  return (place.view === "document" && CONCEPTS[document?.concept ?? ""]) || place.view;
}
