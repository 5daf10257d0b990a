import { expect, test } from "vitest";

import tokens from "./tokens.css?raw";

type Theme = "light" | "dark";
const grounds = ["bg", "bg-nav", "surface", "surface-2", "hover", "gran-weak"];
const plain = ["bg", "bg-nav", "surface", "surface-2"];

/** Foregrounds with the grounds they stand on, and the contrast WCAG 2.2 asks for. */
const pairs: [front: string, back: string, least: number][] = [
  ...["ink", "ink-2", "ink-3"].flatMap((front) => grounds.map((back): [string, string, number] => [front, back, 4.5])),
  ...["gran", "ockra", "falu"].flatMap((front) => plain.map((back): [string, string, number] => [front, back, 4.5])),
  ["gran", "gran-weak", 4.5],
  ["ink", "falu-weak", 4.5],
  ["falu", "falu-weak", 4.5],
  ["ink", "ockra-weak", 4.5],
  ["ockra", "ockra-weak", 4.5],
  ["ink-2", "bg-canvas", 4.5],
  ["on-gran", "gran", 4.5],
  ["on-gran", "gran-hover", 4.5],
  ...["line-ui", "gran"].flatMap((front) => plain.map((back): [string, string, number] => [front, back, 3])),
  // The edge of a radio button or a box stands on what is pointed at or chosen, too.
  ...["hover", "gran-weak"].map((back): [string, string, number] => ["line-ui", back, 3]),
  ["gran", "bg-canvas", 3],
];

function colour(name: string, theme: Theme): string {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`).exec(tokens) ?? [];
  return (theme === "light" ? light : dark) ?? `no ${name}`;
}

function luminance(hex: string): number {
  const part = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test.each(["light", "dark"] as const)("text and controls stand out in %s", (theme) => {
  const faint = pairs
    .map(([front, back, least]) => ({ front, back, least, is: contrast(colour(front, theme), colour(back, theme)) }))
    .filter(({ is, least }) => !(is >= least));
  expect(faint).toEqual([]);
});

test("the measure knows black on white", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});
