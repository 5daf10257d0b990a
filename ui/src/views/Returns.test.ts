import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";

import { answer, silence } from "../api/mock";
import { Session } from "../features/session/session.svelte";
import Returns from "./Returns.svelte";

afterEach(silence);

const filled = () => [...document.querySelectorAll("button.primary")].map((button) => button.textContent?.trim());

test("one button is filled: the next thing to do", async () => {
  const person = { who: "p", name: "Ett", contact: "", subject: "Underlag", text: "Hej", asked: 1, answered: 0 };
  const found = { key: "k", object: "a", field: "utfall", label: "Utfall", place: "Aktivitet 1", before: "", after: "Klart", state: "new", why: "" };
  answer({
    returns: () => ({ document: "d", documents: [], people: [person] }),
    read_answers: () => ({ answers: [found], empty: 0, loose: [] }),
  });
  render(Returns, { session: new Session(), document: "d", disabled: false, ontell() {}, ondone() {}, ongo() {} });
  await screen.findByRole("button", { name: "Kopiera mejlet" });
  expect(filled()).toEqual(["Kopiera mejlet"]);
  await userEvent.type(screen.getByLabelText(/^Klistra in hela mejlet/), "Klart");
  expect(filled()).toEqual(["Läs av svaret"]);
  await userEvent.click(screen.getByRole("button", { name: "Läs av svaret" }));
  await expect.poll(() => filled().length).toBe(1);
  expect(filled()[0]).toMatch(/^För in/);
});
