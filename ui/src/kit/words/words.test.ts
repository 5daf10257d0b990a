import { expect, test } from "vitest";

import { say } from ".";

test("puts in what the words speak of", () => {
  expect(say("window-page-of", { page: 3, count: 11 })).toBe("Sida 3 av 11");
});

test("says one and many", () => {
  expect(say("window-blocking", { count: 1 })).not.toBe(say("window-blocking", { count: 2 }).replace("2", "1"));
});
