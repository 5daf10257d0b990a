// What stands in a control while one types in it: the file's value takes its place when the focus is elsewhere, or when
// something else than typing has changed it.

export class Held<T> {
  value = $state.raw() as T;
  focused = $state(false);

  #seen: number;

  constructor(read: () => T, turn: () => number) {
    this.value = read();
    this.#seen = turn();
    $effect(() => {
      const next = read();
      const now = turn();
      if (this.focused && now === this.#seen) return;
      this.#seen = now;
      this.value = next;
    });
  }

  /** Handlers for the element that the control stands in. */
  readonly watch = {
    onfocusin: () => {
      this.focused = true;
    },
    onfocusout: (event: FocusEvent & { currentTarget: HTMLElement }) => {
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
      this.focused = false;
    },
  };
}
