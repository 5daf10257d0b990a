// The document that is being written: what stands in it, what is not written to the file yet, and when it was.
import { SvelteMap } from "svelte/reactivity";

import {
  api, type AddedView, type Answer, type ApiError, type DocumentView, type FieldValue, type KindView, type ObjectView,
  type PlacementForm, type UnsavedForm, type ValueView,
} from "../../api";
import { say } from "../../kit/words";
import { comingRow } from "./coming";
import { Fresh } from "./fresh.svelte";
import { undoneAt, type Undone } from "./undone";

/** How long one stops typing before what was typed is written, in milliseconds. */
export const PAUSE = 400;

/** How long what was typed waits at most, though one types on. */
export const MOST = 1000;

/**
 * A document that is never printed is one form: a part for each field, as the pages of others have them, would tear a few lines
 * apart. It has no sections to finish.
 */
function whole(view: DocumentView): DocumentView {
  const fields = view.form.parts.filter(({ content }) => content === "fields");
  const [first] = fields;
  if (view.line.printed || !first) return view;
  const one = { ...first, label: say("window-group-own"), fields: fields.flatMap((part) => part.fields) };
  const ids = new Set(fields.map(({ id }) => id));
  return {
    ...view,
    form: { ...view.form, parts: [one, ...view.form.parts.filter(({ content }) => content !== "fields")] },
    sections: view.sections.filter(({ id }) => !ids.has(id)),
  };
}

const key = (object: string, field: string) => `${object} ${field}`;

export class Editing {
  /** The document's id. It stays the same, and whoever reads it does not wait for the file. */
  readonly id: string;
  #file = $state.raw<DocumentView>() as DocumentView;
  /** Rows that one writes in already and that the file does not have yet. */
  #coming = $state.raw<ObjectView[]>([]);
  /** The document as the file has it, with the rows that come. */
  readonly view = $derived.by(() => {
    const { form } = this.#file;
    return this.#coming.length ? { ...this.#file, form: { ...form, objects: [...form.objects, ...this.#coming] } } : this.#file;
  });
  /** What could not be done last. */
  fault = $state.raw<ApiError>();
  /** When something was last written; nothing before the first time. */
  savedAt = $state.raw<Date>();
  /** Goes up when the file's values take the place of what is typed: after undo, or when somebody else's came. */
  turn = $state(0);
  /** Goes up with every change of what the pages show. */
  revision = $state(0);
  /** Goes up when something typed begins to be written: from then on undo takes it back, and no longer the text it stands in. */
  saves = $state(0);

  /** How often something typed has settled what two people wrote differently. */
  settled = $state(0);

  /** Whether somebody has asked what is wrong with the document: then all that is missing is said, begun or not. */
  isAsked = $state(false);

  /** How often something has been typed. */
  typed = 0;

  #unsaved = new SvelteMap<string, UnsavedForm>();
  /** The ids that rows got in the file, by those under which they came, and the other way round. */
  #ids = new SvelteMap<string, string>();
  #keys = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  #moving: Promise<unknown> = Promise.resolve();

  constructor(
    view: DocumentView,
    /** The workspace that it belongs to. */
    readonly file: object | undefined = undefined,
    /** Told each time that the file has changed. */
    private readonly told: (view: DocumentView) => void = () => {},
    private readonly fresh: Fresh = new Fresh(),
  ) {
    this.id = view.line.id;
    this.#file = whole(view);
  }

  /** What is not written yet, for the pages to show: they know only of rows that the file has. */
  get unsaved(): UnsavedForm[] {
    return [...this.#unsaved.values()].filter(({ object }) => !this.isComing(object));
  }

  get isUnsaved(): boolean {
    return this.#unsaved.size > 0 || this.#coming.length > 0;
  }

  /** Whether the file does not have a row yet: of what stands in it nothing is known but what was typed. */
  isComing(object: string): boolean {
    return this.#coming.some(({ id }) => id === object);
  }

  /** The id that a row has now: the file's, once it is there. */
  now(id: string): string {
    return this.#ids.get(id) ?? id;
  }

  /** What a row is known by for as long as it is seen, so that its controls stay when it gets the file's id. */
  rowKey(id: string): string {
    return this.#keys.get(id) ?? id;
  }

  kind(id: string): KindView | undefined {
    return this.view.form.kinds.find((kind) => kind.id === id);
  }

  object(id: string): ObjectView | undefined {
    const now = this.now(id);
    return this.view.form.objects.find((object) => object.id === now);
  }

  children(parent: string | null, kind?: string): ObjectView[] {
    const now = parent && this.now(parent);
    return this.view.form.objects.filter((object) => object.parent === now && (!kind || object.kind === kind));
  }

  values(object: string): ValueView[] {
    return object === this.id ? this.view.form.values : (this.object(object)?.values ?? []);
  }

  /** What stands in a field now: what was typed last, or else what the file has. */
  value(object: string, field: string): ValueView | undefined {
    const own = this.values(object).find((value) => value.field === field);
    const typed = this.#unsaved.get(key(this.now(object), field));
    return own && typed ? { ...own, value: typed.value, derived: false } : own;
  }

  /** Whether something typed in a field is not written yet, so that the file's word on it is of what stood there before. */
  isTyped(object: string, field: string): boolean {
    return this.#unsaved.has(key(this.now(object), field));
  }

  /** Whether something was just made, so that what it lacks is still to be written. */
  isFresh(object: string): boolean {
    return this.fresh.isNew(this.now(object));
  }

  /** Somebody asks what is wrong with the document, or takes it out of the program. */
  ask(): void {
    this.isAsked = true;
    this.fresh.end(this.view);
  }

  /** Takes down what a document has that it did not have before. */
  #made({ form }: DocumentView): void {
    for (const { id } of form.objects) if (!this.object(id)) this.fresh.add(id);
  }

  /** Takes what was typed; it is written at the next pause, or when it has waited long enough. */
  type(of: string, field: string, value: FieldValue): void {
    this.typed++;
    const object = this.now(of);
    this.#unsaved.set(key(object, field), { object, field, value });
    this.revision++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE);
    this.#latest ??= setTimeout(() => void this.save(), MOST);
  }

  /** Writes what is not written yet. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    clearTimeout(this.#latest);
    this.#latest = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    await this.#writeFields();
    if (!this.#coming.length) return;
    for (let row = this.#coming[0]; row; row = this.#coming[0]) {
      if (!(await this.#make(row))) return;
    }
    await this.#writeFields();
  }

  async #writeFields(): Promise<void> {
    for (const [name, form] of [...this.#unsaved]) {
      if (this.isComing(form.object)) continue;
      if (this.#stands(form)) {
        this.#unsaved.delete(name);
        this.savedAt = new Date();
        continue;
      }
      this.saves++;
      const wasDisputed = this.#isDisputed(form);
      const written = await api.writeField(this.id, form);
      if (written.status === "error") {
        this.fault = written.error;
        return;
      }
      // What has been typed meanwhile waits for its own pause.
      if (this.#unsaved.get(name) === form) this.#unsaved.delete(name);
      this.savedAt = new Date();
      this.#take(written.data);
      if (wasDisputed && !this.#isDisputed(form)) this.settled++;
      // One value that is written may bring others with it.
      this.revision++;
    }
  }

  #isDisputed({ object, field }: UnsavedForm): boolean {
    return this.values(object).some((own) => own.field === field && own.disputed);
  }

  /** Whether the file already says what was typed, as when one has taken it back before it was written. */
  #stands({ object, field, value }: UnsavedForm): boolean {
    const own = this.values(object).find((found) => found.field === field);
    return own !== undefined && !own.derived && !own.disputed && JSON.stringify(own.value) === JSON.stringify(value);
  }

  /** Tells the file of a row. One may be writing in it: nothing in it is shown anew. */
  async #make(row: ObjectView): Promise<boolean> {
    const answer = await api.addObject(this.id, row.kind, { below: row.parent, after: null, first: false });
    if (answer.status === "error") {
      this.fault = answer.error;
      return false;
    }
    const { object, document } = answer.data;
    this.#ids.set(row.id, object);
    this.#keys.set(object, row.id);
    this.#coming = this.#coming.filter(({ id }) => id !== row.id).map((other) => (other.parent === row.id ? { ...other, parent: object } : other));
    for (const [name, form] of [...this.#unsaved]) {
      if (form.object !== row.id) continue;
      this.#unsaved.delete(name);
      this.#unsaved.set(key(object, form.field), { ...form, object });
    }
    this.savedAt = new Date();
    this.fresh.add(object);
    this.#take(document);
    this.revision++;
    return true;
  }

  #take(view: DocumentView): void {
    this.#file = whole(view);
    this.fault = undefined;
    this.told(view);
  }

  /** Shows the document as the file has it now. What stands there already is not made anew: somebody may be writing in it. */
  async refresh(): Promise<void> {
    const asked = await api.document(this.id);
    if (asked.status === "error") this.fault = asked.error;
    else if (JSON.stringify(whole(asked.data).form) === JSON.stringify(this.#file.form)) this.#take(asked.data);
    else this.replace(asked.data);
  }

  /** Takes a document that something else than typing has changed. */
  replace(view: DocumentView): void {
    this.#take(view);
    this.turn++;
    this.revision++;
  }

  async #done(asked: Promise<Answer<DocumentView>>): Promise<boolean> {
    const answer = await asked;
    if (answer.status === "error") {
      this.fault = answer.error;
      return false;
    }
    this.savedAt = new Date();
    this.replace(answer.data);
    return true;
  }

  async #added(asked: Promise<Answer<AddedView>>): Promise<string | undefined> {
    const answer = await asked;
    if (answer.status === "error") {
      this.fault = answer.error;
      return undefined;
    }
    this.savedAt = new Date();
    this.#made(answer.data.document);
    this.replace(answer.data.document);
    return answer.data.object;
  }

  /** Adds an object and shows it at once, to be written in while the file is told of it; returns what it is known by. */
  begin(kind: KindView, below: string | null): string {
    const row = comingRow(kind, below && this.now(below), this.children(below, kind.id).at(-1));
    this.#coming = [...this.#coming, row];
    void this.save();
    return row.id;
  }

  async duplicate(object: string): Promise<string | undefined> {
    await this.save();
    return this.#added(api.duplicateObject(this.id, this.now(object)));
  }

  async remove(object: string): Promise<boolean> {
    await this.save();
    if (!this.isComing(object)) return this.#done(api.removeObject(this.id, this.now(object)));
    // The file would not have it: then it goes as it came.
    this.#coming = this.#coming.filter(({ id, parent }) => id !== object && parent !== object);
    for (const [name, form] of [...this.#unsaved]) if (form.object === object) this.#unsaved.delete(name);
    return true;
  }

  async move(object: string, placement: PlacementForm): Promise<boolean> {
    await this.save();
    const { below, after, first } = placement;
    return this.#done(api.moveObject(this.id, this.now(object), { below: below && this.now(below), after: after && this.now(after), first }));
  }

  /**
   * Moves an object one step among its siblings of the same kind. At their end it goes on to the object above's neighbour:
   * from the last of one goal to the first of the next. False where there is none. Each step begins where the one before it ended.
   */
  step(object: string, by: -1 | 1): Promise<boolean> {
    const stepped = this.#moving.then(() => this.#step(object, by));
    this.#moving = stepped.catch(() => {});
    return stepped;
  }

  async #step(asked: string, by: -1 | 1): Promise<boolean> {
    await this.save();
    const own = this.object(asked);
    if (!own) return false;
    const object = own.id;
    const siblings = this.children(own.parent, own.kind);
    const at = siblings.findIndex(({ id }) => id === object) + by;
    const over = siblings[at];
    if (!over) return this.#stepOut(object, by);
    const after = by > 0 ? over.id : (siblings[at - 1]?.id ?? null);
    return this.move(object, { below: own.parent, after, first: after === null });
  }

  async #stepOut(object: string, by: -1 | 1): Promise<boolean> {
    const above = this.object(this.object(object)?.parent ?? "");
    if (!above) return false;
    const neighbours = this.children(above.parent, above.kind);
    const next = neighbours[neighbours.findIndex(({ id }) => id === above.id) + by];
    return next ? this.move(object, { below: next.id, after: null, first: by > 0 }) : false;
  }

  async markDone(section: string, done: boolean): Promise<boolean> {
    await this.save();
    return this.#done(api.markDone(this.id, section, done));
  }

  async pasteTable(kind: string, below: string | null, text: string): Promise<boolean> {
    await this.save();
    const answer = await api.pasteTable(this.id, kind, below && this.now(below), text);
    if (answer.status === "ok") this.#made(answer.data);
    return this.#done(Promise.resolve(answer));
  }

  /** Asks for a PDF and lists it among an object's bilagor: in the row with this number, from 1, or last. */
  async attach(object: string, row: number | null): Promise<void> {
    await this.save();
    const answer = await api.attachFile(this.id, this.now(object), row);
    if (answer.status === "error") this.fault = answer.error;
    else if (answer.data) {
      this.savedAt = new Date();
      this.replace(answer.data);
    }
  }

  /** Takes back the newest action, or does it again; returns what it was and where. */
  async takeBack(again: boolean): Promise<Undone | undefined> {
    await this.save();
    // What was typed last has taken the place of what could be done again; and of presses that wait, one may have been the last.
    if (this.isUnsaved || !(again ? this.view.undo.redo : this.view.undo.undo)) return undefined;
    const before = this.view;
    const undone = await (again ? api.redo() : api.undo());
    if (undone.status === "error") {
      this.fault = undone.error;
      return undefined;
    }
    this.savedAt = new Date();
    const now = await api.document(this.id);
    if (now.status === "error") this.fault = now.error;
    else this.replace(now.data);
    return undoneAt(before, this.view, undone.data);
  }

  forgive(): void {
    this.fault = undefined;
  }
}
