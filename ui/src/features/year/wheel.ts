// The year as a wheel: January at the top, clockwise.
import { say } from "../../kit/words";

const DAY = 86_400_000;

/** How far into the year a day is, from 0 to 1; days of other years lie at its ends. */
export function share(day: string, year: number): number {
  const start = Date.UTC(year, 0, 1);
  const length = Date.UTC(year + 1, 0, 1) - start;
  return Math.min(1, Math.max(0, (Date.parse(day) - start) / length));
}

/** The end of a span as a share: its last day is part of it. */
export const endShare = (day: string, year: number): number => share(new Date(Date.parse(day) + DAY).toISOString().slice(0, 10), year);

/** The point at a share of the circle and a distance from its middle. */
export function point(share: number, radius: number): { x: number; y: number } {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

/** A ring segment as a path. */
export function arc(from: number, to: number, inner: number, outer: number): string {
  const end = Math.min(to, from + 0.9999);
  const [a, b, c, d] = [point(from, outer), point(end, outer), point(end, inner), point(from, inner)];
  const large = end - from > 0.5 ? 1 : 0;
  const at = ({ x, y }: { x: number; y: number }) => `${x.toFixed(2)} ${y.toFixed(2)}`;
  return `M${at(a)}A${outer} ${outer} 0 ${large} 1 ${at(b)}L${at(c)}A${inner} ${inner} 0 ${large} 0 ${at(d)}Z`;
}

/** The ring that each span is drawn in, from 0: the first in which nothing else stands in its way. */
export function rings(spans: { from: string; to: string }[]): number[] {
  const ends: string[] = [];
  return spans.map(({ from, to }) => {
    const free = ends.findIndex((end) => end < from);
    const ring = free < 0 ? ends.length : free;
    ends[ring] = to;
    return ring;
  });
}

export type Time = "over" | "going" | "span";

/** What a day or a span is to today: over, going on, or to come. */
export function timeOf({ from, to }: { from: string; to: string }, today: string): Time {
  if (to < today) return "over";
  return from <= today ? "going" : "span";
}

/** The same in words, as the key below the wheel has them. */
export function timeWords(time: Time): string {
  return say(({ over: "window-over", going: "window-going", span: "window-planned" } as const)[time]);
}

/** The width of a label in small letters: so many have room between the wheel and the edge of the picture. */
const MOST = 24;

/** How wide words are, roughly: a capital is half as wide again as a small letter. */
const width = (words: string): number => words.length + (words.match(/\p{Lu}/gu)?.length ?? 0) / 2;

/** A label as long as there is room for; the words that it lacks are told where one points at it. */
export function short(words: string): string {
  let end = words.length;
  while (width(words.slice(0, end)) > MOST) end--;
  return end < words.length ? `${words.slice(0, end - 1).trimEnd()}…` : words;
}

export interface Label<T> {
  item: T;
  share: number;
  side: "left" | "right";
  y: number;
}

/** Labels beside the wheel, each near its place and none upon another. */
export function labels<T>(items: { item: T; share: number }[], radius: number, height: number): Label<T>[] {
  const placed = items.map(({ item, share }): Label<T> => {
    const { x, y } = point(share, radius);
    return { item, share, side: x < 0 ? "left" : "right", y };
  });
  for (const side of ["left", "right"] as const) {
    const here = placed.filter((label) => label.side === side).sort((a, b) => a.y - b.y);
    for (let i = 1; i < here.length; i++) {
      here[i]!.y = Math.max(here[i]!.y, here[i - 1]!.y + height);
    }
    const over = (here.at(-1)?.y ?? 0) - radius;
    if (over > 0) for (const label of here) label.y -= over / 2;
    for (let i = here.length - 2; i >= 0; i--) here[i]!.y = Math.min(here[i]!.y, here[i + 1]!.y - height);
  }
  return placed;
}
