// Whether the page is shown beside the form, or in its place.
import { tick, untrack } from "svelte";

import { wayBack } from "../kit/back";
import { from } from "../kit/width";

const isWide = (rem: number) => matchMedia(from(rem)).matches;

/** A report needs the room for the plan's own text, where there is not room for all. */
export class Page {
  #shown = $state({ own: isWide(75), followed: isWide(112) });
  #goBack: (() => void) | undefined;

  constructor(private readonly follows: () => "own" | "followed") {
    // Where the page does not fit any more it goes, and comes back when it does; in between it is asked for.
    $effect(() => {
      const fits = matchMedia(from(75));
      let before = untrack(() => $state.snapshot(this.#shown));
      const turn = () => {
        if (!fits.matches) before = $state.snapshot(this.#shown);
        this.#shown = fits.matches ? before : { own: false, followed: false };
      };
      fits.addEventListener("change", turn);
      return () => fits.removeEventListener("change", turn);
    });
  }

  get isShown(): boolean {
    return this.#shown[this.follows()];
  }

  /** Shows it or puts it away. Where it takes the form's place it takes the focus, too, and gives it back. */
  async turn(): Promise<void> {
    const goBack = wayBack();
    const before = document.activeElement;
    const is = (this.#shown[this.follows()] = !this.isShown);
    await tick();
    if (is && before instanceof HTMLElement && !before.checkVisibility()) {
      this.#goBack = goBack;
      document.querySelector<HTMLElement>(".paper .pane")?.focus();
    } else if (!is) {
      const isLost = !document.activeElement?.checkVisibility() || document.activeElement === document.body;
      if (isLost) (this.#goBack ?? goBack)();
      this.#goBack = undefined;
    }
  }
}
