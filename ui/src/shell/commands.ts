// The table of actions of an open workspace: what each is called, which keys it has, and when it can be done.
import type { KindView } from "../api";
import type { Editing } from "../features/document/editing.svelte";
import { isListed } from "../features/document/place";
import { isRemitted } from "../features/documents/lines";
import type { Kind } from "../features/formal/Act.svelte";
import type { Session, View } from "../features/session/session.svelte";
import { say } from "../kit/words";
import type { Action } from "./actions";
import type { Files } from "./files.svelte";

/** A dialog of the frame's. */
export type Shown = "palette" | "shortcuts" | "export-all" | Kind;

/** What the actions are about, and what they do. */
export interface Context {
  session: Session;
  editing: Editing | undefined;
  /** Whether nothing can be changed. */
  disabled: boolean;
  files: Files;
  show: (dialog: Shown) => void;
  arrive: (view: View) => void;
  /** Copies a part of the document; all of it where none is named. */
  copyPart: (part: string | null) => void;
  merge: () => void;
  save: () => void;
  takeBack: (again: boolean) => void;
  turnPage: () => void;
  /** Begins a memo about the open document, or goes to the one that carries it. */
  memo: () => void;
  /** Fills in what the year's calendar knows of the open document. */
  prefill: () => void;
  /** Adds an object to the open document, below another where one is named, and goes there. */
  add: (kind: KindView, below: string | null) => void;
}

/** Concepts of documents that are sent to those who meet. */
const MAILED = ["meeting", "notes", "poll"];

/** Concepts of documents that a memo carries to another body. */
const CARRIED = ["plan", "report", "follow_up_plan"];

/** All that can be done here; `program` are the actions that concern no workspace. */
export function commands({ session, editing, disabled, files, ...does }: Context, program: Action[]): Action[] {
  const line = editing?.view.line;
  const isPrinted = Boolean(line?.printed);
  const isFrozen = Boolean(line?.edition);
  /** Whether an edition lies with a body: what has been sent back is handed in anew first. */
  const isOut = isFrozen && !isRemitted(line!);
  const undo = editing?.view.undo;
  /** The field with the decision points, in a document that has them. */
  const decision = editing?.view.form.parts.flatMap(({ fields }) => fields).find(({ widget }) => widget === "decision")?.id;

  const view = (id: View, label: string, key: string, shift = false): Action =>
    ({ id, label, chord: { key, ctrl: true, shift }, enabled: true, run: () => does.arrive(id) });
  const act = (id: Kind, label: string, enabled: boolean): Action =>
    ({ id, label, enabled: enabled && !disabled && isPrinted, run: () => does.show(id), ...(!enabled && { why: say("window-act-not-yet") }) });

  /** What the document consists of, to be added from anywhere. */
  const adds = (editing?.view.form.kinds ?? [])
    .filter(({ id, follows }) => !follows && editing?.view.form.parts.some((part) => part.id === id && part.content === "objects"))
    .map((kind): Action => ({
      id: `add-${kind.id}`,
      label: say("window-add-kind", { kind: kind.label.toLocaleLowerCase("sv") }),
      enabled: !disabled,
      run: () => does.add(kind, null),
    }));

  /** What can be added below what is open, or beside it: an activity to its goal. */
  const tops = (editing?.view.form.parts ?? []).filter(({ content }) => content === "objects").map(({ id }) => id);
  const open = session.place.object === undefined ? undefined : editing?.object(session.place.object);
  const addsBelow = [open, editing?.object(open?.parent ?? "")].flatMap((above) =>
    (above ? (editing?.kind(above.kind)?.children ?? []) : [])
      .map((id) => editing!.kind(id)!)
      .filter((kind) => !kind.follows && isListed(kind, tops))
      .map((kind): Action => ({ id: `add-${kind.id}-${above!.id}`, label: say("window-add-kind-to", { kind: kind.label.toLocaleLowerCase("sv"), object: above!.name }), enabled: !disabled, run: () => does.add(kind, above!.id) })));

  return [
    { id: "palette", label: say("window-palette"), chord: { key: "k", ctrl: true }, enabled: true, run: () => does.show("palette") },
    view("year", say("window-the-year"), "1"),
    view("document", say("window-the-document"), "2"),
    view("checks", say("window-checks"), "3"),
    view("conflicts", say("window-conflicts"), "4"),
    view("history", say("window-history"), "5"),
    view("group", say("window-group"), "6"),
    view("returns", say("window-returns"), "7"),
    view("packs", say("window-packs"), "8"),
    view("meetings", say("window-meetings"), "9"),
    view("matters", say("window-matters"), "ä", true),
    view("actions", say("window-actions"), "u", true),
    ...adds,
    ...addsBelow,
    { id: "export", label: say("window-export-pdf"), chord: { key: "e", ctrl: true }, enabled: isPrinted, run: () => void files.export() },
    { id: "print", label: say("window-print"), chord: { key: "p", ctrl: true }, enabled: isPrinted, run: () => void files.print() },
    ...(editing && MAILED.includes(editing.view.line.concept) ? [{ id: "mail", label: say("window-mail"), enabled: true, run: () => void files.mail(editing.id, editing.view.line.title) }] : []),
    ...(line && CARRIED.includes(line.concept) ? [{ id: "memo", label: say("window-memo-document"), enabled: !disabled, run: does.memo }] : []),
    ...(editing?.view.form.prefills ? [{ id: "prefill", label: say("window-prefill"), enabled: !disabled, run: does.prefill }] : []),
    act("submit", say("window-submit-of"), true),
    act("adopt", say("window-adopt-of"), isOut),
    act("send", say("window-send-of"), isFrozen),
    act("remit", say("window-remit-of"), isOut),
    act("register", say("window-register-of"), true),
    { id: "copy", label: say("window-copy-all"), enabled: isPrinted, run: () => does.copyPart(null) },
    ...(decision ? [{ id: "copy-decision", label: say("window-copy-decision"), enabled: true, run: () => does.copyPart(decision) }] : []),
    { id: "export-all", label: say("window-export-all"), enabled: session.papers.length > 0, run: () => does.show("export-all") },
    { id: "calendar", label: say("window-calendar"), enabled: Boolean(session.workspace), run: () => void files.saveCalendar() },
    { id: "merge", label: say("window-merge"), enabled: !disabled, run: does.merge },
    { id: "hand-over", label: say("window-hand-over"), enabled: true, run: () => void files.handOver() },
    { id: "shortcuts", label: say("window-shortcuts"), chord: { key: "/", ctrl: true }, enabled: true, run: () => does.show("shortcuts") },
    ...program,
    { id: "save", label: say("window-save"), chord: { key: "s", ctrl: true }, enabled: Boolean(editing), run: does.save },
    { id: "undo", label: undo?.undo ? say("window-undo-named", { action: undo.undo }) : say("window-undo"), chord: { key: "z", ctrl: true }, enabled: Boolean(undo?.undo || editing?.isUnsaved), run: () => does.takeBack(false) },
    { id: "redo", label: undo?.redo ? say("window-redo-named", { action: undo.redo }) : say("window-redo"), chord: { key: "y", ctrl: true }, also: { key: "z", ctrl: true, shift: true }, enabled: Boolean(undo?.redo), run: () => does.takeBack(true) },
    { id: "page", label: say("window-page"), chord: { key: "p", alt: true }, enabled: session.place.view === "document", run: does.turnPage },
  ];
}
