import { expect, test } from "vitest";

import { moment } from "./when";

test("hours and minutes are parted by a full stop", () => {
  const at = new Date(2026, 10, 28, 14, 32);
  expect(moment(at, "clock")).toBe("14.32");
  expect(moment(at, "short")).toMatch(/^28 nov\. 2026.* 14\.32$/);
  expect(moment(at.toISOString(), "long")).toMatch(/^28 november 2026.* 14\.32$/);
});
