// Where matters have got to, as marks, words and filters.
import type { MatterState, MatterView } from "../../api";
import type { Shape } from "../../kit/Mark.svelte";
import type { PlainKey } from "../../kit/words";

/** The states in the order in which a matter goes through them, as one filters by them. */
export const STATES: Record<MatterState, PlainKey> = {
  raised: "window-matters-raised",
  scheduled: "window-matters-scheduled",
  handled: "window-matters-handled",
  informed: "window-matters-informed",
  lifted: "window-matters-lifted",
};

const SHAPES: Record<MatterState, Shape> = { raised: "none", scheduled: "part", handled: "done", informed: "hint", lifted: "submitted" };

/** Where a matter has got to, as a mark and words. */
export const stateOf = ({ state, words }: MatterView): { shape: Shape; words: string } => ({ shape: SHAPES[state], words });

/** How many matters are in each state. */
export function counts(matters: MatterView[]): Record<MatterState, number> {
  const found = { raised: 0, scheduled: 0, handled: 0, informed: 0, lifted: 0 };
  for (const { state } of matters) found[state]++;
  return found;
}
