// What has been made while the program is open: what it lacks is no fault yet, for nobody has had the time to write it.
import { SvelteSet } from "svelte/reactivity";

import type { DocumentView } from "../../api";

/** Everything that a document consists of, itself among it. */
const all = ({ line, form }: DocumentView) => [line.id, ...form.objects.map(({ id }) => id)];

export class Fresh {
  #objects = new SvelteSet<string>();

  add(object: string): void {
    this.#objects.add(object);
  }

  /** Takes a document that has just been begun, with all that stands in it. */
  addAll(view: DocumentView): void {
    all(view).forEach((id) => this.add(id));
  }

  /** Somebody asks what is wrong with a document. */
  end(view: DocumentView): void {
    all(view).forEach((id) => this.#objects.delete(id));
  }

  /**
   * Whether a document or something in it has just been made, and nobody has asked what is wrong with it: what is missing there is
   * still to be written, and not forgotten.
   */
  isNew(object: string): boolean {
    return this.#objects.has(object);
  }
}
