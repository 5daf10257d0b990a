import { expect, test } from "vitest";

import { at, bar, years } from "./line";

const line = { from: "2024-01-01", to: "2027-12-31" };

test("a day has its place on the line, and one beyond it stands at its end", () => {
  expect(at("2024-01-01", line)).toBe(0);
  expect(at("2025-12-31", line)).toBeCloseTo(50, 0);
  expect(at("2031-01-01", line)).toBe(100);
});

test("a last day is part of the time", () => {
  const { left, width } = bar("2026-01-01", "2026-12-31", line);
  expect(left + width).toBeCloseTo(at("2027-01-01", line), 5);
});

test("a long line names few years", () => {
  expect(years(line).map(({ year }) => year)).toEqual([2025, 2026, 2027]);
  expect(years({ from: "1990-05-01", to: "2030-01-01" }).length).toBeLessThanOrEqual(8);
});
