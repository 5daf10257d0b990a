import { render, screen, within } from "@testing-library/svelte";
import { expect, test } from "vitest";

import type { YearView } from "../../api";
import { arc, endShare, labels, point, rings, share, short, timeOf } from "./wheel";
import Wheel from "./Wheel.svelte";

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

const year: YearView = {
  year: 2025,
  today: "2025-03-01",
  years: [2025],
  documents: [],
  next: null,
  due: [],
  meetings: [{ day: "2025-02-14", title: "Ledningsgruppen" }, { day: "2025-05-09", title: "Ledningsgruppen" }],
  spans: [
    { label: "1.1 Gemensam rutin", lane: 0, from: "2025-01-13", to: "2025-10-31", document: "d", object: "a" },
    { label: "1.2 Utbildning", lane: 0, from: "2025-09-01", to: "2026-02-15", document: "d", object: "b" },
  ],
};

test("an arc and a dot say what they show, when, and how it stands to today", () => {
  render(Wheel, { year });
  const names = (list: string) => within(screen.getByRole("list", { name: list })).getAllByRole("img").map((part) => part.textContent);
  expect(names("Aktiviteternas tid som lista")).toEqual([
    "1.1 Gemensam rutin, 13 januari – 31 oktober, pågår",
    "1.2 Utbildning, 1 september – 15 februari 2026, planerat",
  ]);
  expect(names("Möten")).toEqual(["Ledningsgruppen, 14 februari, avslutat", "Ledningsgruppen, 9 maj, planerat"]);
  expect(screen.getByRole("img", { name: "I dag, lördag 1 mars" })).toBeInTheDocument();
});

test("a label that has no room is shortened, and says all where one points at it", () => {
  expect(short("Ledningsgruppen")).toBe("Ledningsgruppen");
  expect(short("tjänstemannaberedningen")).toBe("tjänstemannaberedningen");
  expect(short("till länets tjänstemannaberedning")).toBe("till länets tjänstemann…");
  expect(short("MÖTE MED TJÄNSTEMANNABEREDNINGEN")).toBe("MÖTE MED TJÄNST…");
  const title = "Plan till tjänstemannaberedningen";
  const { container } = render(Wheel, { year: { ...year, due: [{ title, day: "2025-11-03", days: 247, to: "", note: "", template: "", year: 2025 }] } as YearView });
  const label = [...container.querySelectorAll("text.title")].find((text) => text.textContent?.includes("…"));
  expect(label?.querySelector("title")).toHaveTextContent(title);
  expect(label?.lastChild).toHaveTextContent(short(title));
});
