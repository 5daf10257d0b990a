// Shortcuts: a key with those that are held, how one is heard, and how it is read.

/** A shortcut: a key with those that are held. Ctrl stands for the command key on a Mac. */
export interface Chord {
  key: string;
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

const IS_MAC = navigator.platform.startsWith("Mac");

export function fits(event: KeyboardEvent, { key, ctrl = false, shift = false, alt = false }: Chord): boolean {
  const held = IS_MAC ? event.metaKey : event.ctrlKey;
  // What Shift makes of a key differs between keyboards: "/" is Shift+7 on a Swedish one, and "+" is Shift+= on an English
  // one, where people leave the Shift out.
  const isShifted = "/+-".includes(key) || event.shiftKey === shift;
  // With the option key a Mac writes another sign: there the key itself is asked.
  const isKey = event.key.toLowerCase() === key || (key === "+" && event.key === "=") || (IS_MAC && alt && event.code === `Key${key.toUpperCase()}`);
  return held === ctrl && event.altKey === alt && isShifted && isKey;
}

const NAMES: Record<string, string> = { arrowup: "↑", arrowdown: "↓", arrowleft: "←", arrowright: "→", pageup: "PageUp", pagedown: "PageDown" };

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
