// The way back for the focus, when what took it closes.
import { tick } from "svelte";

/** Puts the focus into what has an id, or else into the main part. */
function enter(id: string | undefined): void {
  const found = id ? document.getElementById(id) : null;
  found?.focus();
  if (!found?.contains(document.activeElement)) document.getElementById("main")?.focus({ preventScroll: true });
}

/**
 * Remembers where the focus is; what it returns brings it back. What had it may be drawn anew meanwhile, as a text is that is
 * read where the focus is not: then it goes to what has its id now, or to the main part.
 */
export function wayBack(): () => void {
  const before = document.activeElement;
  const id = before?.closest("[id]")?.id;
  return () => {
    // At once: what opens in the place of what closes remembers it in its turn.
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    else enter(id);
    void tick().then(() => {
      if (document.activeElement === document.body) enter(id);
    });
  };
}

/** Remembers where the focus is, too; what it returns brings it back only if it has been lost meanwhile. */
export function hold(): () => Promise<void> {
  const goBack = wayBack();
  return async () => {
    await tick();
    if (document.activeElement === document.body) goBack();
  };
}
