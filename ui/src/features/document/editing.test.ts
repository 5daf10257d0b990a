import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { object, plainValue, plan } from "../../api/fixture";
import { answer, silence } from "../../api/mock";
import { Editing, MOST, PAUSE } from "./editing.svelte";

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

test("whoever types on without a pause has it written all the same", async () => {
  const written = vi.fn(() => plan());
  answer({ write_field: written });
  const editing = new Editing(plan());
  for (let at = 0; at < 3 * MOST; at += 60) {
    editing.type("a1", "rubrik", text(`ord ${at}`));
    await vi.advanceTimersByTimeAsync(60);
  }
  expect(written.mock.calls.length).toBeGreaterThanOrEqual(2);
  expect(written.mock.calls.length).toBeLessThanOrEqual(4);
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(written).toHaveBeenLastCalledWith({ document: editing.id, form: { object: "a1", field: "rubrik", value: text(`ord ${3 * MOST - 60}`) } });
});

test("what one has taken back before it was written is no step of its own", async () => {
  const written = vi.fn(() => plan());
  answer({ write_field: written });
  const editing = new Editing(plan());
  editing.type("a1", "rubrik", text("Aktiviteten 1x"));
  editing.type("a1", "rubrik", text("Aktiviteten 1"));
  await editing.save();
  expect(written).not.toHaveBeenCalled();
  expect(editing.isUnsaved).toBe(false);
  expect(editing.saves).toBe(0);
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

test("whoever writes on where two wrote differently has settled it, and it is known", async () => {
  const disputed = (is: boolean) => {
    const view = plan();
    return { ...view, form: { ...view.form, objects: view.form.objects.map((own) => ({ ...own, values: own.values.map((value) => ({ ...value, disputed: is })) })) } };
  };
  answer({ write_field: () => disputed(true) });
  const editing = new Editing(disputed(true));
  editing.type("a1", "rubrik", text("Ett"));
  await editing.save();
  expect(editing.settled).toBe(0);
  answer({ write_field: () => disputed(false) });
  editing.type("a1", "rubrik", text("Två"));
  await editing.save();
  expect(editing.settled).toBe(1);
  editing.type("a1", "rubrik", text("Tre"));
  await editing.save();
  expect(editing.settled).toBe(1);
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

test("each step begins where the one before it ended, however fast they come", async () => {
  const order = ["a1", "a2", "a3", "a4"];
  const view = () => {
    const made = plan();
    const [first] = made.form.objects.filter(({ id }) => id === "a1");
    const rest = made.form.objects.filter(({ kind }) => kind !== "activity");
    return { ...made, form: { ...made.form, objects: [...rest, ...order.map((id) => ({ ...first!, id }))] } };
  };
  answer({
    move_object: async (asked) => {
      const { object, placement } = asked as { object: string; placement: { after: string | null } };
      await new Promise((done) => setTimeout(done, 50));
      order.splice(order.indexOf(object), 1);
      order.splice(placement.after ? order.indexOf(placement.after) + 1 : 0, 0, object);
      return view();
    },
  });
  const editing = new Editing(view());
  const steps = [1, 1, 1, -1].map((by) => editing.step("a1", by as 1 | -1));
  await vi.advanceTimersByTimeAsync(500);
  expect(await Promise.all(steps)).toEqual([true, true, true, true]);
  expect(order).toEqual(["a2", "a3", "a1", "a4"]);
});

test("what the file says takes the place of what is typed only when something else has changed it", async () => {
  const view = () => plan({ undo: { undo: "Ändrade", redo: null } });
  answer({ write_field: view, undo: () => ({ action: "Ändrade", places: [] }), document: view });
  const editing = new Editing(view());
  editing.type("a1", "rubrik", text("x"));
  await editing.save();
  expect(editing.turn).toBe(0);
  expect((await editing.takeBack(false))?.words).toBe("Ändrade");
  expect(editing.turn).toBe(1);
});

test("what is typed in a row before the file has it is written in it, also in a second one and below it", async () => {
  const made: ((object: string) => void)[] = [];
  const written = vi.fn(() => withRows());
  const withRows = () => {
    const view = plan();
    const rows = ["n1", "n2"].slice(0, given).map((id, i) => object(id, { parent: i ? "n1" : "g1", values: [plainValue("rubrik")] }));
    return { ...view, form: { ...view.form, objects: [...view.form.objects, ...rows] } };
  };
  let given = 0;
  answer({
    write_field: written,
    add_object: () => new Promise((resolve) => made.push((id) => {
      given++;
      resolve({ object: id, document: withRows() });
    })),
  });
  const editing = new Editing(plan());
  const kind = editing.kind("activity")!;
  const first = editing.begin(kind, "g1");
  editing.type(first, "rubrik", text("ett"));
  const second = editing.begin(kind, first);
  editing.type(second, "rubrik", text("två"));
  expect(editing.children(first).map(({ id }) => id)).toEqual([second]);
  expect(editing.unsaved).toEqual([]);
  await vi.waitFor(() => expect(made).toHaveLength(1));
  made[0]!("n1");
  await vi.waitFor(() => expect(made).toHaveLength(2));
  expect(editing.now(first)).toBe("n1");
  expect(editing.rowKey("n1")).toBe(first);
  editing.type(first, "rubrik", text("ett, och mer"));
  made[1]!("n2");
  await editing.save();
  expect(editing.isUnsaved).toBe(false);
  for (const [row, words] of [["n1", "ett, och mer"], ["n2", "två"]] as const) {
    expect(written).toHaveBeenCalledWith({ document: editing.id, form: { object: row, field: "rubrik", value: text(words) } });
  }
});

test("a row that the file would not have stays with what is typed in it until it is taken away", async () => {
  const error = { code: "read-only-locked", args: {}, message: "Filen är låst.", hints: [] };
  answer({ add_object: () => Promise.reject(error) });
  const editing = new Editing(plan());
  const row = editing.begin(editing.kind("activity")!, "g1");
  editing.type(row, "rubrik", text("SIP"));
  await editing.save();
  expect(editing.fault).toEqual(error);
  expect(editing.value(row, "rubrik")?.value).toEqual(text("SIP"));
  expect(await editing.remove(row)).toBe(true);
  expect(editing.isUnsaved).toBe(false);
});

test("a row that comes is numbered after the last of its siblings, and moved by the id that the file gave it", async () => {
  const moved = vi.fn(() => longer());
  const longer = () => {
    const view = plan();
    return { ...view, form: { ...view.form, objects: [...view.form.objects, object("n1", { parent: "g1", number: "1.3" })] } };
  };
  answer({ add_object: () => ({ object: "n1", document: longer() }), move_object: moved });
  const editing = new Editing(plan());
  const row = editing.begin(editing.kind("activity")!, "g1");
  expect(editing.object(row)).toMatchObject({ number: "1.3", name: "Aktivitet 1.3", parent: "g1" });
  expect(editing.object(editing.begin(editing.kind("activity")!, row))).toMatchObject({ number: null, name: "Aktivitet" });
  expect(await editing.step(row, -1)).toBe(true);
  expect(moved).toHaveBeenCalledWith({ document: editing.id, object: "n1", placement: { below: "g1", after: "a1", first: false } });
});

test("what stands there already is not made anew when the file is asked once more: somebody may be writing in it", async () => {
  const other = plan();
  other.form.values = [plainValue("datum", "2026-03-01")];
  const answers = [plan(), other];
  answer({ document: () => answers.shift() });
  const editing = new Editing(plan());
  await editing.refresh();
  expect(editing.turn).toBe(0);
  await editing.refresh();
  expect(editing.turn).toBe(1);
  expect(editing.value(editing.id, "datum")?.value).toEqual(text("2026-03-01"));
});
