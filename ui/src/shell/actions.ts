// What can be done from anywhere: the one table from which shortcuts are heard, and menus and lists are drawn.

/** A shortcut: a key with those that are held. Ctrl stands for the command key on a Mac. */
export interface Chord {
  key: string;
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

export interface Action {
  id: string;
  label: string;
  chord?: Chord;
  /** Whether it can be done now. */
  enabled: boolean;
  run: () => void;
}

const IS_MAC = navigator.platform.startsWith("Mac");

function fits(event: KeyboardEvent, { key, ctrl = false, shift = false, alt = false }: Chord): boolean {
  const held = IS_MAC ? event.metaKey : event.ctrlKey;
  // What Shift makes of a key differs between keyboards: "/" is Shift+7 on a Swedish one.
  const isShifted = key === "/" || event.shiftKey === shift;
  return held === ctrl && event.altKey === alt && isShifted && event.key.toLowerCase() === key;
}

/** The action whose shortcut was pressed. */
export function pressed(event: KeyboardEvent, all: Action[]): Action | undefined {
  return all.find(({ chord }) => chord && fits(event, chord));
}

const NAMES: Record<string, string> = { arrowup: "↑", arrowdown: "↓", "/": "/" };

/** A shortcut as people read it and as assistive technology does. */
export function shortcut({ key, ctrl, shift, alt }: Chord): { keys: string; aria: string } {
  const upper = NAMES[key] ?? key.toUpperCase();
  const held = (names: [boolean | undefined, string][]) => names.filter(([is]) => is).map(([, name]) => name);
  const read = IS_MAC
    ? [...held([[alt, "⌥"], [shift, "⇧"], [ctrl, "⌘"]]), upper].join("")
    : [...held([[ctrl, "Ctrl"], [alt, "Alt"], [shift, "Skift"]]), upper].join("+");
  const aria = [...held([[ctrl, IS_MAC ? "Meta" : "Control"], [alt, "Alt"], [shift, "Shift"]]), upper].join("+");
  return { keys: read, aria };
}
