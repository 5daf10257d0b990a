// What can be done from anywhere: the one table from which shortcuts are heard, and menus and lists are drawn.
import { fits, type Chord } from "../kit/chord";

export { shortcut } from "../kit/chord";

export interface Action {
  id: string;
  label: string;
  chord?: Chord;
  /** Whether it can be done now. */
  enabled: boolean;
  run: () => void;
}

/** The action whose shortcut was pressed. */
export function pressed(event: KeyboardEvent, all: Action[]): Action | undefined {
  return all.find(({ chord }) => chord && fits(event, chord));
}
