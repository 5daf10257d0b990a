// What is open: the workspace, its documents, where one is, and what could not be done.
import { api, type Answer, type ApiError, type DocumentLineView, type WorkspaceView, type YearDocumentView } from "../../api";

/** The views of an open workspace. */
export type View = "year" | "meetings" | "matters" | "actions" | "document" | "checks" | "conflicts" | "returns" | "history" | "group" | "packs";

/** Where one is. */
export interface Place {
  view: View;
  document: string | undefined;
  /** The part of the document's form. */
  part?: string | undefined;
  /** The object in it. */
  object?: string | undefined;
  /** The field that gets the focus when one comes there. */
  field?: string | undefined;
  /** The point, line or row of that field, from 1. */
  row?: number | undefined;
  /** The column of that row. */
  column?: string | undefined;
  /** Whether one is to come to what the document lacks first. */
  toGap?: boolean;
  /** The year, where it is not the one that work goes on in. It goes along from view to view. */
  year?: number | undefined;
}

export class Session {
  workspace = $state.raw<WorkspaceView>();
  /** The workspace's documents, the group's own among them; nothing while they cannot be had. */
  documents = $state.raw<DocumentLineView[]>();
  /** Answers that were pasted and are not written yet; they stay when one looks at something else. */
  pasted = $state("");
  /** Documents that have just been begun and not been seen yet. */
  readonly made = new Set<string>();
  /** How many conflicts there are to settle. */
  conflicts = $state(0);
  fault = $state.raw<ApiError>();
  /** Whether a file is being opened or asked for. */
  opening = $state(false);
  /** Whether it is known what was opened when the program started. */
  hasBegun = $state(false);
  place = $state.raw<Place>({ view: "document", document: undefined });
  /** The year that was shown last, named or not. */
  year: number | undefined;
  /** Goes up when the file has changed as a whole, by undo or by a colleague's copy: each view shows it anew. */
  turn = $state(0);
  /** Goes up with each jump, so that the same field can be gone to twice. */
  jump = $state(0);

  /** The workspace's papers. */
  get papers(): DocumentLineView[] {
    return this.documents?.filter(({ printed }) => printed) ?? [];
  }

  /** The document that is looked at: the chosen one, or else the first. */
  get document(): DocumentLineView | undefined {
    return this.documents?.find(({ id }) => id === this.place.document) ?? this.papers[0];
  }

  /** The group's own document. */
  get group(): DocumentLineView | undefined {
    return this.documents?.find(({ printed }) => !printed);
  }

  /** Where one was last in each document. */
  readonly #was = new Map<string, Pick<Place, "part" | "object">>();

  go(place: Partial<Place> & { view: View }): void {
    const { view, part, object } = this.place;
    if (view === "document" && this.document) this.#was.set(this.document.id, { part, object });
    this.place = { document: this.place.document, year: this.place.year, ...place };
    // Whoever says nothing of where in it comes back to where they were.
    if (place.view === "document" && !("part" in place) && this.document) this.place = { ...this.#was.get(this.document.id), ...this.place };
    this.jump++;
  }

  /** Shows a document that has just been begun. */
  async begun(document: string): Promise<void> {
    if (!this.documents?.some(({ id }) => id === document)) this.made.add(document);
    await this.refresh();
    this.go({ view: "document", document, part: undefined, object: undefined, field: undefined });
  }

  /** Begins a document of a year and shows it; returns whether it could. */
  async beginOf(year: number, { carries, template }: YearDocumentView): Promise<boolean> {
    const begun = await (carries ? api.carryOver(year) : api.begin(template, year));
    if (begun.status === "ok") await this.begun(begun.data);
    else this.fault = begun.error;
    return begun.status === "ok";
  }

  /** Shows what was opened when the program started. */
  async begin(): Promise<void> {
    await this.take(api.current());
    this.hasBegun = true;
  }

  /** Asks for a file and shows it; what is open stays when the person cancels or the file cannot be opened. */
  async open(): Promise<void> {
    if (!this.opening) await this.take(api.openDialog());
  }

  /** Asks for the documents once more. */
  async retry(): Promise<void> {
    if (this.workspace) await this.#show(this.workspace);
  }

  /** Asks for the list of documents once more, where it may have changed. */
  async refresh(): Promise<void> {
    const documents = await api.documents();
    if (documents.status === "ok") this.documents = documents.data;
    else this.fault = documents.error;
    await this.#count();
  }

  /** Shows anew what the file says, in the view that one is in, too. */
  async renew(): Promise<void> {
    this.turn++;
    await this.refresh();
  }

  /** Counts the conflicts; where they cannot be had there is no count. */
  async #count(): Promise<void> {
    const conflicts = await api.conflicts();
    this.conflicts = conflicts.status === "ok" ? conflicts.data.length : 0;
  }

  /** Takes a line that has changed. */
  update(line: DocumentLineView): void {
    this.documents = this.documents?.map((old) => (old.id === line.id ? line : old));
  }

  forgive(): void {
    this.fault = undefined;
  }

  /** Shows the workspace that was asked for, if it came; in a year where one is named. */
  async take(asked: Promise<Answer<WorkspaceView | null>>, year?: number): Promise<boolean> {
    this.opening = true;
    const opened = await asked;
    if (opened.status === "error") this.fault = opened.error;
    else if (opened.data) await this.#show(opened.data, year);
    this.opening = false;
    return opened.status === "ok" && opened.data !== null;
  }

  async #show(workspace: WorkspaceView, year?: number): Promise<void> {
    const documents = await api.documents();
    // Before the workspace: what is shown first asks where one is.
    this.place = { view: "year", document: undefined, year };
    this.year = year;
    this.workspace = workspace;
    this.documents = documents.status === "ok" ? documents.data : undefined;
    this.fault = documents.status === "error" ? documents.error : undefined;
    this.pasted = "";
    void this.#count();
  }
}
