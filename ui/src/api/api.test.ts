import { afterEach, expect, test } from "vitest";

import { api } from ".";
import { answer, silence } from "./mock";

afterEach(silence);

test("answers with what was asked for", async () => {
  answer({ pages: ({ document }) => ({ count: document === "a" ? 3 : 0 }) });
  expect(await api.pages("a")).toEqual({ status: "ok", data: { count: 3 } });
});

test("answers with why it could not be done", async () => {
  const error = { code: "file-missing", args: { file: "a.missiv" }, message: "Filen finns inte.", hints: [] };
  answer({ current: () => Promise.reject(error) });
  expect(await api.current()).toEqual({ status: "error", error });
});

test("makes an internal error of what is no answer", async () => {
  answer({});
  expect(await api.documents()).toMatchObject({ status: "error", error: { code: "internal" } });
});
