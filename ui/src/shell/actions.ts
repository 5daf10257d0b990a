// What can be done from anywhere: the one table from which shortcuts are heard, and menus and lists are drawn.
import { fits, type Chord } from "../kit/chord";

export { shortcut } from "../kit/chord";

export interface Action {
  id: string;
  label: string;
  chord?: Chord;
  /** Another that other programs have for the same; it is heard, and named nowhere. */
  also?: Chord;
  /** Whether it can be done now. */
  enabled: boolean;
  /** Why it cannot, where that is to be said. */
  why?: string;
  /** Whether its shortcut is heard in a dialog, too. */
  inDialogs?: boolean;
  run: () => void;
}

/** The action whose shortcut was pressed. */
export function pressed(event: KeyboardEvent, all: Action[]): Action | undefined {
  const found = all.find(({ chord, also }) => [chord, also].some((one) => one && fits(event, one)));
  return found?.inDialogs || !document.querySelector("dialog[open]") ? found : undefined;
}
