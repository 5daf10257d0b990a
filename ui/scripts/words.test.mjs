import { expect, test } from "vitest";

import { keys, section, unsaid } from "./words.mjs";

const FTL = `
## Annat

other = Annat

## Fönstret

greet = Hej { $name }
count = { $count ->
    [one] en sida av { $all }
   *[other] { $count } sidor
}
plain = Ord

## Sedan

later = Senare
`;

test("takes the messages of the one section", () => {
  expect(section(FTL, "Fönstret").map(({ key }) => key)).toEqual(["greet", "count", "plain"]);
});

test("knows what each message speaks of", () => {
  expect(section(FTL, "Fönstret").map(({ args }) => args)).toEqual([["name"], ["all", "count"], []]);
});

test("types the keys with what they speak of", () => {
  const made = keys(section(FTL, "Fönstret"));
  expect(made).toContain('"greet": { name: string | number };');
  expect(made).toContain('"plain": {};');
});

test("names the messages that nobody says", () => {
  expect(unsaid(section(FTL, "Fönstret"), ['say("greet")', 'say("count")'])).toEqual(["plain"]);
});

test("refuses what is not Fluent", () => {
  expect(() => section("## Fönstret\n\nfel = {")).toThrow();
});
