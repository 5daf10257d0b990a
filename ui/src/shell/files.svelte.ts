// What leaves the window: files that are written, pages that are printed, letters that are begun.
import { api, type Answer, type EditionView, type ExportedView } from "../api";
import type { Editing } from "../features/document/editing.svelte";
import type { Session } from "../features/session/session.svelte";
import { say } from "../kit/words";

export class Files {
  /** What was written last. */
  exported = $state.raw<ExportedView>();

  constructor(
    private readonly session: () => Session,
    private readonly editing: () => Editing | undefined,
    private readonly tell: (words: string) => void,
  ) {}

  /** What a command came to, if it came to something. */
  #taken<T>(answer: Answer<T | null>): T | undefined {
    if (answer.status === "ok") return answer.data ?? undefined;
    this.session().fault = answer.error;
    return undefined;
  }

  async #export(asked: Promise<Answer<ExportedView | null>>): Promise<void> {
    this.exported = this.#taken(await asked) ?? this.exported;
  }

  async export(): Promise<void> {
    const editing = this.editing();
    if (!editing) return;
    await editing.save();
    editing.ask();
    const { title, state, changed } = editing.view.line;
    const isDraft = state === "draft" || changed;
    await this.#export(api.exportDialog(editing.id, `${isDraft ? `${say("window-draft-mark")} – ` : ""}${title}.pdf`));
  }

  async exportEdition({ id, number }: EditionView): Promise<void> {
    const editing = this.editing();
    if (editing) await this.#export(api.exportEdition(editing.id, id, `${editing.view.line.title}, ${number}.pdf`));
  }

  async mail(document: string, title: string): Promise<void> {
    await this.editing()?.save();
    const written = this.#taken(await api.mailDraft(document, `${title.replace(/[/\\:]/g, " ")}.eml`));
    if (!written) return;
    const { name, withoutAddress } = written;
    const line = this.session().documents?.find(({ id }) => id === document);
    const draft = line && (line.state === "draft" || line.changed) ? say("window-mail-draft") : "";
    this.tell([say("window-mail-written", { name, count: withoutAddress.length, people: withoutAddress.join(", ") }), draft].filter(Boolean).join(" "));
  }

  async print(): Promise<void> {
    const editing = this.editing();
    if (!editing) return;
    await editing.save();
    const printed = await api.print(editing.id);
    if (printed.status === "error") this.session().fault = printed.error;
    else this.tell(say("window-printing"));
  }

  /** Writes a copy of the workspace for somebody else. */
  async handOver(): Promise<void> {
    await this.editing()?.save();
    if (this.#taken(await api.copyDialog(this.session().workspace?.file ?? ""))) this.tell(say("window-handed-over"));
  }

  async saveCalendar(): Promise<void> {
    await this.editing()?.save();
    const count = this.#taken(await api.saveCalendar(say("window-calendar-file", { group: this.session().workspace?.name ?? "" })));
    if (count !== undefined) this.tell(say("window-calendar-saved", { count }));
  }
}
