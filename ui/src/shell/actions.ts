// What can be done from anywhere: the table from which shortcuts are heard and shown.
export interface Action {
  id: "open";
  /** The letter that does it together with Ctrl, or with the command key on a Mac. */
  letter: string;
  run: () => void;
}

export type Actions = Record<Action["id"], Action>;

export function actions(open: () => void): Actions {
  return { open: { id: "open", letter: "o", run: open } };
}

const IS_MAC = navigator.platform.startsWith("Mac");

/** The action whose shortcut was pressed. */
export function pressed(event: KeyboardEvent, all: Actions): Action | undefined {
  const isChord = (IS_MAC ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;
  return isChord ? Object.values(all).find(({ letter }) => letter === event.key.toLowerCase()) : undefined;
}

/** A shortcut as people read it and as assistive technology does. */
export function shortcut({ letter }: Action): { keys: string; aria: string } {
  const upper = letter.toUpperCase();
  return IS_MAC ? { keys: `⌘${upper}`, aria: `Meta+${upper}` } : { keys: `Ctrl+${upper}`, aria: `Control+${upper}` };
}
