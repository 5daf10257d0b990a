// How an object is taken away: what is said of it, and what is shown in its place.
import { shortcut } from "../../kit/chord";
import { say } from "../../kit/words";
import type { Editing } from "./editing.svelte";

/** What is said of something that has been taken away, and the object that is shown next. */
export interface Removal {
  words: string;
  next: string | undefined;
}

/** The most letters of a title that are said. */
const MOST = 60;

const UNDO = shortcut({ key: "z", ctrl: true }).keys;

/** Documents in which something is being taken away: a press more is not meant for what comes in its place. */
const busy = new WeakSet<Editing>();

/** Takes an object away; nothing where it cannot be. The next of its kind is shown, or the one before it, or what it stood below. */
export async function takeAway(editing: Editing, object: string): Promise<Removal | undefined> {
  if (busy.has(editing)) return undefined;
  busy.add(editing);
  try {
    await editing.save();
    const own = editing.object(object);
    if (!own) return undefined;
    const siblings = editing.children(own.parent, own.kind);
    const at = siblings.findIndex(({ id }) => id === own.id);
    const next = (siblings[at + 1] ?? siblings[at - 1])?.id ?? own.parent ?? undefined;
    return (await editing.remove(own.id)) ? { words: said(own.name, own.title), next } : undefined;
  } finally {
    busy.delete(editing);
  }
}

function said(name: string, title: string): string {
  const within = name.charAt(0).toLocaleLowerCase("sv") + name.slice(1);
  const short = title.length > MOST ? `${title.slice(0, MOST - 1).trimEnd()}…` : title;
  // What goes by its title alone is said once.
  const object = short && title !== name ? `${within} ”${short}”` : within;
  return say("window-removed-object", { object, keys: UNDO });
}
