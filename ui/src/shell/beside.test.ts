import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { answer, silence } from "../api/mock";
import Beside from "./Beside.svelte";

afterEach(silence);

const copy = (name: string, news: number) => ({ path: `/${name}`, name, news });
const one = copy("gruppen-DATOR7.missiv", 1);
const other = copy("gruppen (1).missiv", 3);

/** The copies offered once they have been looked for; what is read in lies there no more. */
async function offer(copies: (typeof one)[]) {
  let left = copies;
  answer({ copies_beside: () => left });
  const onmerge = vi.fn(async (name: string) => void (left = left.filter((copy) => copy.name !== name)));
  const { component } = render(Beside, { disabled: false, onmerge });
  await component.look();
  return onmerge;
}

test("several copies are one notice, each with a button of its own, and the last one stands in a sentence", async () => {
  const onmerge = await offer([one, other]);
  const notice = await screen.findByRole("note");
  expect(notice).toHaveTextContent("Bredvid filen ligger 2 kopior med ändringar som saknas här.");
  expect(within(notice).getAllByRole("listitem").map((item) => item.firstElementChild?.textContent)).toEqual(["gruppen-DATOR7.missiv, 1 ändring", "gruppen (1).missiv, 3 ändringar"]);
  await userEvent.click(within(notice).getByRole("button", { name: "Läs in kopian gruppen (1).missiv" }));
  expect(onmerge).toHaveBeenCalledExactlyOnceWith(other.name);
  expect(await screen.findByText("Bredvid filen ligger en kopia, gruppen-DATOR7.missiv, med 1 ändring som saknas här.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Läs in kopian" })).toBeInTheDocument();
});

test("several copies are put away at once", async () => {
  const onmerge = await offer([one, other]);
  await userEvent.click(await screen.findByRole("button", { name: "Inte nu" }));
  expect(screen.queryByRole("note")).toBeNull();
  expect(onmerge).not.toHaveBeenCalled();
});

test("while one copy is read in, the others wait where they are, and the keys go on from them", async () => {
  let ready = () => {};
  const onmerge = vi.fn((_: string) => new Promise<void>((done) => (ready = done)));
  answer({ copies_beside: () => [one, other] });
  const { component } = render(Beside, { disabled: false, onmerge });
  await component.look();
  const buttons = await screen.findAllByRole("button", { name: /^Läs in kopian/ });
  await userEvent.click(buttons[0]!);
  await userEvent.click(buttons[1]!);
  expect(onmerge.mock.calls).toEqual([[one.name]]);
  expect(screen.getAllByRole("button", { name: /^Läs in kopian/ })).toHaveLength(2);
  ready();
  await vi.waitFor(() => expect(screen.getByRole("button", { name: /^Läs in kopian/ })).toHaveFocus());
});
