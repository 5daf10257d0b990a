// What is open: the workspace, its documents, the one that is looked at, and what could not be done.
import { api, type Answer, type ApiError, type DocumentView, type WorkspaceView } from "../../api";

export class Session {
  workspace = $state.raw<WorkspaceView>();
  /** The workspace's papers; nothing while they cannot be had. */
  documents = $state.raw<DocumentView[]>();
  fault = $state.raw<ApiError>();
  /** Whether a file is being opened or asked for. */
  opening = $state(false);
  /** Whether it is known what was opened when the program started. */
  hasBegun = $state(false);

  #selected = $state<string>();

  /** The document that is looked at: the chosen one, or else the first. */
  get document(): DocumentView | undefined {
    return this.documents?.find(({ id }) => id === this.#selected) ?? this.documents?.[0];
  }

  select(document: DocumentView): void {
    this.#selected = document.id;
  }

  /** Shows what was opened when the program started. */
  async begin(): Promise<void> {
    await this.#take(api.current());
    this.hasBegun = true;
  }

  /** Asks for a file and shows it; what is open stays when the person cancels or the file cannot be opened. */
  async open(): Promise<void> {
    if (!this.opening) await this.#take(api.openDialog());
  }

  /** Asks for the documents once more. */
  async retry(): Promise<void> {
    if (this.workspace) await this.#show(this.workspace);
  }

  forgive(): void {
    this.fault = undefined;
  }

  async #take(asked: Promise<Answer<WorkspaceView | null>>): Promise<void> {
    this.opening = true;
    const opened = await asked;
    if (opened.status === "error") this.fault = opened.error;
    else if (opened.data) await this.#show(opened.data);
    this.opening = false;
  }

  async #show(workspace: WorkspaceView): Promise<void> {
    const documents = await api.documents();
    this.workspace = workspace;
    // What has no pages is shown elsewhere than in a list of papers.
    this.documents = documents.status === "ok" ? documents.data.filter(({ printed }) => printed) : undefined;
    this.fault = documents.status === "error" ? documents.error : undefined;
    this.#selected = undefined;
  }
}
