// The program itself: what the system wants of it, and what is done when it has a bug.
import { api, hearWishes, INTERNAL, type ApiError, type Wish } from "../api";
import type { Session } from "../features/session/session.svelte";
import { say } from "../kit/words";

/** Where in the page's own program an error came up. What it says is left out: it can quote a document. */
export function place(error: unknown): { line: number; column: number } {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const [, line = "0", column = "0"] = /:(\d+):(\d+)/.exec(stack) ?? [];
  return { line: Number(line), column: Number(column) };
}

/** Says that the program had a bug, and leaves its place in the log. */
export function report(session: Session, error: unknown): void {
  const { line, column } = place(error);
  void api.reportFault(line, column);
  session.fault = INTERNAL;
}

/** Says that the program ended by a bug last time, once. */
export async function recall(session: Session): Promise<void> {
  const crashed = await api.crashed();
  if (crashed.status !== "ok" || !crashed.data) return;
  const fault: ApiError = { code: "crashed", args: {}, message: say("window-crashed"), hints: [say("window-crashed-hint")] };
  session.fault ??= fault;
}

/** Does what the system wants. `save` writes what is not written and says whether all is. */
export function attend(session: Session, save: () => Promise<boolean>): void {
  let hasStayed = false;
  const does: Record<Wish, () => Promise<void>> = {
    async open() {
      if (await save()) await session.take(api.openWished());
    },
    async close() {
      // What cannot be written is told of once. Who closes once more wants to.
      const isSaved = await save();
      await api.close(isSaved || hasStayed);
      hasStayed = true;
    },
  };
  hearWishes((wish) => void does[wish]());
}
