// The program behind the window. Every call answers with a value: what was asked for, or why it could not be done.
import { commands, type ApiError } from "./bindings";

export type * from "./bindings";

export type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: ApiError };

/** An answer that never came, because of a bug on the other side. It has no sentence: the other side makes those. */
const INTERNAL: ApiError = { code: "internal", args: {}, message: "", hints: [] };

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
