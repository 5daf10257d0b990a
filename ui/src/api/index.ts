// The program behind the window. Every call answers with a value: what was asked for, or why it could not be done.
import { Channel } from "@tauri-apps/api/core";

import { commands, type ApiError, type Wish } from "./bindings";

export type * from "./bindings";

export type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: ApiError };

/** An answer that never came, because of a bug on the other side. It has no sentence: the other side makes those. */
export const INTERNAL: ApiError = { code: "internal", args: {}, message: "", hints: [] };

function isApiError(error: unknown): error is ApiError {
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}

async function settle<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    const answer = await call;
    return answer.status === "ok" || isApiError(answer.error) ? answer : { status: "error", error: INTERNAL };
  } catch {
    return { status: "error", error: INTERNAL };
  }
}

type Call = (...args: never[]) => Promise<Answer<unknown>>;

function settled<C extends Call>(call: C): C {
  return ((...args) => settle(call(...args))) as C;
}

export const api = Object.fromEntries(
  Object.entries(commands).map(([name, call]) => [name, settled(call as Call)]),
) as typeof commands;

/** Hears from here on what the system wants of the page. */
export function hearWishes(hear: (wish: Wish) => void): void {
  const wishes = new Channel<Wish>();
  wishes.onmessage = hear;
  void api.hearWishes(wishes);
}
