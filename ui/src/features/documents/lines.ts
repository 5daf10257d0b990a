// A document's state and faults as marks and words.
import type { DocumentState, DocumentLineView } from "../../api";
import type { Shape } from "../../kit/Mark.svelte";
import { say, type PlainKey } from "../../kit/words";

export interface Line {
  shape: Shape;
  words: string;
}

const STATES: Record<DocumentState, PlainKey> = {
  draft: "window-state-draft",
  submitted: "window-state-submitted",
  issued: "window-state-issued",
  adopted: "window-state-adopted",
};

/** Whether a document has been changed since an edition of it was handed in: then it is a draft again, whatever the edition is. */
export const isChanged = ({ changed, edition }: DocumentLineView) => changed && edition !== null;

/** Whether its newest edition has been sent back. */
export const isRemitted = (line: DocumentLineView): line is DocumentLineView & { sentBack: string } => line.sentBack !== null;

/** How far a document has come. */
export function state(document: DocumentLineView): Line {
  const { state, edition, sent } = document;
  if (isRemitted(document)) return { shape: "draft", words: say("window-state-remitted") };
  if (isChanged(document)) return { shape: "draft", words: say("window-state-changed", { edition: edition ?? "" }) };
  const words = say(STATES[state]);
  // Who has decided says more than that it was sent there.
  return { shape: state === "issued" ? "done" : state, words: sent && state !== "adopted" ? say("window-state-sent", { state: words, day: sent }) : words };
}

/** The same in a word, where the whole has no room; nothing where the whole is a word. */
export function brief(document: DocumentLineView): string | undefined {
  if (isRemitted(document)) return undefined;
  if (isChanged(document)) return say("window-state-draft");
  return document.sent && document.state !== "adopted" ? say(STATES[document.state]) : undefined;
}

/**
 * How far a document has come and what stands in its way, the worst first; a draft without faults says so. What one that has just
 * been begun lacks is counted as in any other, but nobody has done anything wrong yet.
 */
export function lines(document: DocumentLineView, isNew = false): Line[] {
  const { blocking, warnings } = document;
  const lines = [state(document)];
  if (blocking) lines.push({ shape: isNew ? "none" : "blocks", words: say("window-blocking", { count: blocking }) });
  if (warnings) lines.push({ shape: "warns", words: say("window-warnings", { count: warnings }) });
  if (!blocking && !warnings && (isChanged(document) || document.state === "draft")) lines.push({ shape: "done", words: say("window-faultless") });
  return lines;
}

/** Whether a document's title tells what kind of document it is, as "Halvårsrapport 2025" does. */
export function saysItsName({ name, title }: DocumentLineView): boolean {
  return title.toLocaleLowerCase("sv").includes(name.toLocaleLowerCase("sv"));
}

/** What most titles end with, after a dash: it tells them apart from nothing. Empty where there is no such end. */
export function sharedEnd(documents: DocumentLineView[]): string {
  const ends = documents.map(({ title }) => / – .*$/.exec(title)?.[0] ?? "").filter(Boolean);
  const shared = ends.find((end) => 2 * ends.filter((other) => other === end).length > documents.length);
  return shared ?? "";
}

/** A title whose dashes do not begin a line. */
export function bound(title: string): string {
  return title.replaceAll(" –", "\u00a0–");
}
