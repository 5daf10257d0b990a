import { expect, test } from "vitest";

import { line } from "../../api/fixture";
import { brief, lines, state } from "./lines";

test("a document that was changed after it was adopted is a draft again, and says after which edition", () => {
  expect(state(line({ state: "adopted", edition: "1.0", changed: true }))).toEqual({ shape: "draft", words: "Utkast, ändrat efter utgåva 1.0" });
  expect(lines(line({ state: "adopted", edition: "1.0", changed: true })).map(({ words }) => words)).toEqual(["Utkast, ändrat efter utgåva 1.0", "Inget att se över"]);
});

test("what was sent back says so, and not that somebody has changed it", () => {
  expect(state(line({ edition: "1.0", sentBack: "Budgeten ska delas upp." }))).toEqual({ shape: "draft", words: "Återremitterad" });
});

test("a document that stands as it was handed in or adopted says so", () => {
  expect(state(line({ state: "adopted", edition: "1.0", changed: false })).words).toBe("Fastställd");
  expect(state(line({ state: "submitted", edition: "1.0", changed: false })).words).toBe("Förslag");
  expect(state(line()).words).toBe("Utkast");
});

test("what was sent says when, until a body has decided", () => {
  const sent = { edition: "1.0", changed: false, sent: "2026-11-30" };
  expect(state(line({ ...sent, state: "submitted" }))).toEqual({ shape: "submitted", words: "Förslag, skickat 2026-11-30" });
  expect(state(line({ ...sent, state: "adopted" })).words).toBe("Fastställd");
});

test("where there is no room a long state is its first word, and a short one stays as it is", () => {
  const long = [line({ state: "adopted", edition: "1.0", changed: true }), line({ state: "submitted", edition: "1.0", changed: false, sent: "2026-11-30" })];
  for (const own of long) expect(state(own).words).toMatch(new RegExp(`^${brief(own)}, `));
  const short = [line(), line({ edition: "1.0", sentBack: "Nej." }), line({ state: "adopted", edition: "1.0", changed: false, sent: "2026-11-30" })];
  expect(short.map(brief)).toEqual([undefined, undefined, undefined]);
});

test("what a document lacks that has just been begun is counted, and is no fault yet", () => {
  const begun = line({ blocking: 3 });
  expect(lines(begun)[1]).toEqual({ shape: "blocks", words: "3 saker hindrar inlämning" });
  expect(lines(begun, true)[1]).toEqual({ shape: "none", words: "3 saker hindrar inlämning" });
});
