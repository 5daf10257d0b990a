import { expect, test } from "vitest";

import type { FindingView } from "../../api";
import { hindering } from "./place";

const finding = (code: string, severity = "blocking"): FindingView => ({
  code, severity, object: "a1", field: null, row: null, column: null, part: null, document: null, at: "", text: "", hint: "",
});

test("what is missing and what is to be mended are counted apart, so that no two counts seem to disagree", () => {
  const found = [finding("required-missing"), finding("required-missing"), finding("end-before-start"), finding("title-full-stop", "warning")];
  expect(hindering(found)).toBe("2 saknas, 1 måste rättas");
  expect(hindering(found.slice(0, 2))).toBe("2 saknas");
  expect(hindering(found.slice(2))).toBe("1 måste rättas");
  expect(hindering(found.slice(3))).toBe("");
});

test("too few objects are missing, and nothing to mend: Kontroll says so, too", () => {
  expect(hindering([finding("too-few")])).toBe("1 saknas");
  expect(hindering([finding("too-many")])).toBe("1 måste rättas");
});
