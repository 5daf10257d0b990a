import { expect, test } from "vitest";

import { bands, spotAt } from "./spots";

const spot = (field: string | null, page: number, x: number, top: number, bottom = top + 5000) => ({ object: "a", field, page, x, top, bottom });
const spots = [spot(null, 0, 250, 400), spot("who", 0, 250, 500), spot("when", 0, 800, 505), spot("how", 0, 250, 700), spot("cost", 1, 250, 300)];
const sizes = [{ width: 2100, height: 2970, look: "a" }, { width: 2100, height: 2970, look: "b" }];

test("a place reaches to the next field below it", () => {
  const [band] = bands(spots, { object: "a", field: "who" }, sizes);
  expect(band?.page).toBe(0);
  expect(band!.top * 2970).toBeCloseTo(490);
  expect(band!.height * 2970).toBeCloseTo(190);
});

test("a place ends with what the field says, where nothing follows it", () => {
  const [band] = bands([spot("why", 0, 250, 700, 960)], { object: "a", field: "why" }, sizes);
  expect(band!.top * 2970).toBeCloseTo(690);
  expect(band!.height * 2970).toBeCloseTo(260);
});

test("a place strikes through nothing that stands beside it, and ends before it", () => {
  const [who, when] = ["who", "when"].flatMap((field) => bands(spots, { object: "a", field }, sizes));
  expect(who!.left * 2100).toBeCloseTo(210);
  expect((1 - who!.right) * 2100).toBeCloseTo(790);
  expect(when!.left * 2100).toBeCloseTo(790);
  expect(when!.right).toBeCloseTo(.06);
});

test("a low place does not reach into the next one below it", () => {
  const [band] = bands([spot("a", 0, 250, 500, 505), spot("b", 0, 250, 530)], { object: "a", field: "a" }, sizes);
  expect((band!.top + band!.height) * 2970).toBeLessThanOrEqual(530);
});

test("a field that is not on the pages has no place", () => {
  expect(bands(spots, { object: "b", field: "who" }, sizes)).toEqual([]);
});

test("a press finds the field at or above it, and the column it is in", () => {
  expect(spotAt(spots, 0, 300, 550)?.field).toBe("who");
  expect(spotAt(spots, 0, 1200, 550)?.field).toBe("when");
  expect(spotAt(spots, 0, 300, 2000)?.field).toBe("how");
  expect(spotAt(spots, 1, 300, 100)?.field).toBe("how");
  expect(spotAt(spots, 0, 300, 20)).toBeUndefined();
});
