// A program behind the window for unit tests: answers by the commands' own names.
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";

type Answers = Record<string, (args: Record<string, unknown>) => unknown>;

/** Answers the window's calls; a command without an answer is refused as the access list would do. */
export function answer(answers: Answers): void {
  mockIPC((command, args) => {
    const found = answers[command];
    if (!found) throw `Command ${command} not allowed`;
    return found((args ?? {}) as Record<string, unknown>);
  });
}

export const silence = clearMocks;
