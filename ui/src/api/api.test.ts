import { afterEach, expect, test } from "vitest";

import { api } from ".";
import { answer, silence } from "./mock";

const a4 = { width: 2100, height: 2970 };

afterEach(silence);

test("answers with what was asked for", async () => {
  answer({ pages: ({ document }) => ({ sheets: document === "a" ? [a4] : [] }) });
  expect(await api.pages("a", [])).toEqual({ status: "ok", data: { sheets: [a4] } });
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
