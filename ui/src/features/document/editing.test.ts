import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { plan } from "../../api/fixture";
import { answer, silence } from "../../api/mock";
import { Editing, PAUSE } from "./editing.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  silence();
});

const text = (words: string) => ({ type: "plain" as const, text: words });

test("writes what was typed at the next pause, once", async () => {
  const written = vi.fn(() => plan());
  answer({ write_field: written });
  const editing = new Editing(plan());
  editing.type("a1", "rubrik", text("S"));
  editing.type("a1", "rubrik", text("SI"));
  editing.type("a1", "rubrik", text("SIP"));
  expect(written).not.toHaveBeenCalled();
  expect(editing.value("a1", "rubrik")?.value).toEqual(text("SIP"));
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(written).toHaveBeenCalledExactlyOnceWith({ document: editing.id, form: { object: "a1", field: "rubrik", value: text("SIP") } });
  expect(editing.isUnsaved).toBe(false);
  expect(editing.savedAt).toBeInstanceOf(Date);
});

test("keeps what could not be written, and says why", async () => {
  const error = { code: "read-only-locked", args: {}, message: "Filen är låst.", hints: [] };
  answer({ write_field: () => Promise.reject(error) });
  const editing = new Editing(plan());
  editing.type("a1", "rubrik", text("SIP"));
  await editing.save();
  expect(editing.fault).toEqual(error);
  expect(editing.unsaved).toHaveLength(1);
  answer({ write_field: () => plan() });
  await editing.save();
  expect(editing.isUnsaved).toBe(false);
  expect(editing.fault).toBeUndefined();
});

test("what is typed while the file is written is not lost", async () => {
  const release: (() => void)[] = [];
  answer({ write_field: () => new Promise((resolve) => release.push(() => resolve(plan()))) });
  const editing = new Editing(plan());
  editing.type("a1", "rubrik", text("ett"));
  const saving = editing.save();
  await vi.waitFor(() => expect(release).toHaveLength(1));
  editing.type("a1", "rubrik", text("två"));
  release[0]!();
  await saving;
  expect(editing.value("a1", "rubrik")?.value).toEqual(text("två"));
  expect(editing.isUnsaved).toBe(true);
});

test("an object moves past its neighbour and not past the ends", async () => {
  const moved = vi.fn(() => plan());
  answer({ move_object: moved });
  const editing = new Editing(plan());
  expect(await editing.step("a1", -1)).toBe(false);
  expect(await editing.step("a2", -1)).toBe(true);
  expect(moved).toHaveBeenLastCalledWith({ document: editing.id, object: "a2", placement: { below: "g1", after: null, first: true } });
  await editing.step("a1", 1);
  expect(moved).toHaveBeenLastCalledWith({ document: editing.id, object: "a1", placement: { below: "g1", after: "a2", first: false } });
});

test("what the file says takes the place of what is typed only when something else has changed it", async () => {
  answer({ write_field: () => plan(), undo: () => ({ action: "Ändrade", documents: [] }), document: () => plan() });
  const editing = new Editing(plan());
  editing.type("a1", "rubrik", text("x"));
  await editing.save();
  expect(editing.turn).toBe(0);
  expect(await editing.takeBack(false)).toBe("Ändrade");
  expect(editing.turn).toBe(1);
});
