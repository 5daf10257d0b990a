import { expect, test } from "vitest";

import { arc, endShare, labels, point, rings, share, timeOf } from "./wheel";

test("the year begins at the top and goes clockwise", () => {
  expect(share("2025-01-01", 2025)).toBe(0);
  expect(share("2025-07-02", 2025)).toBeCloseTo(0.5, 2);
  expect(point(0, 10).y).toBeCloseTo(-10);
  expect(point(0.25, 10).x).toBeCloseTo(10);
});

test("days of other years lie at the ends, and a last day is part of its time", () => {
  expect(share("2024-12-01", 2025)).toBe(0);
  expect(endShare("2025-12-31", 2025)).toBe(1);
});

test("a whole year is still a ring", () => {
  expect(arc(0, 1, 8, 10)).toContain("A10 10 0 1 1");
});

test("labels do not stand upon each other", () => {
  const placed = labels([0.1, 0.11, 0.12, 0.2].map((share) => ({ item: share, share })), 100, 30);
  const ys = placed.map(({ y }) => y).sort((a, b) => a - b);
  for (let i = 1; i < ys.length; i++) expect(ys[i]! - ys[i - 1]!).toBeGreaterThanOrEqual(29.99);
});

test("spans that overlap stand in rings of their own, and others share one", () => {
  const span = (from: string, to: string) => ({ from, to });
  expect(rings([span("2025-01-01", "2025-03-31"), span("2025-02-01", "2025-12-31"), span("2025-04-01", "2025-05-01"), span("2025-05-01", "2025-06-01")])).toEqual([0, 1, 0, 2]);
});

test("a span is over, going on or to come", () => {
  const check = (today: string) => timeOf({ from: "2025-02-01", to: "2025-03-31" }, today);
  expect([check("2025-01-31"), check("2025-02-01"), check("2025-03-31"), check("2025-04-01")]).toEqual(["span", "going", "going", "over"]);
});
