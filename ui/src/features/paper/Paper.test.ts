import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { answer, silence } from "../../api/mock";
import Paper from "./Paper.svelte";

const spot = { object: "o", field: "mal", page: 0, x: 300, top: 500, bottom: 600 };

beforeEach(() => {
  vi.stubGlobal("IntersectionObserver", class {
    observe() {}
    disconnect() {}
  });
  answer({ pages: () => ({ sheets: Array(3).fill({ width: 2100, height: 2970, look: "" }) }), spots: () => [spot] });
});
afterEach(silence);

test("the stripe goes when one goes on to a field that has no place on the pages", async () => {
  const { container, rerender } = render(Paper, { document: "d", here: { object: "o", field: "mal" } });
  await vi.waitFor(() => expect(container.querySelectorAll(".here")).toHaveLength(1));
  await rerender({ here: { object: "o", field: "annat" } });
  expect(container.querySelectorAll(".here")).toHaveLength(0);
});

test("each step enlarges the page, says how much, and keeps its place in the middle", async () => {
  const { container } = render(Paper, { document: "d" });
  await screen.findByText("Sida 1 av 3");
  const pane = container.querySelector<HTMLElement>(".pane")!;
  const zoom = () => Number(container.querySelector<HTMLElement>(".sheets")!.style.getPropertyValue("--zoom"));
  // A pane of 400 by 600, and pages of 300 by 400 below each other, as wide as the zoom says.
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockImplementation(function (this: HTMLElement) {
    return this === pane ? 400 : 300 * zoom();
  });
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
    if (this === pane) return new DOMRect(0, 0, 400, 600);
    const number = Number(this.dataset.page) - 1;
    return new DOMRect(Math.max(0, 200 - 150 * zoom()) - pane.scrollLeft, number * 400 * zoom() - pane.scrollTop, 300 * zoom(), 400 * zoom());
  });
  const scrollBy = vi.fn((x: number, y: number) => {
    pane.scrollLeft += x;
    pane.scrollTop += y;
  });
  pane.scrollBy = scrollBy as unknown as typeof pane.scrollBy;
  pane.scrollTop = 300;
  pane.dispatchEvent(new Event("scroll"));
  await screen.findByText("Sida 2 av 3");
  const [more, less] = ["Zooma in", "Zooma ut"].map((name) => screen.getByRole("button", { name })) as [HTMLElement, HTMLElement];
  expect(screen.getByRole("status")).toHaveTextContent("100 %");
  const seen: number[] = [];
  for (const percent of ["150 %", "200 %", "300 %"]) {
    await userEvent.click(more);
    await vi.waitFor(() => expect(scrollBy).toHaveBeenCalledTimes(seen.length + 1));
    expect(screen.getByRole("status")).toHaveTextContent(percent);
    seen.push(zoom());
    // Half of the second page stands above the middle, as before.
    expect(400 * zoom() * 1.5 - pane.scrollTop).toBeCloseTo(300);
    expect(screen.getByText("Sida 2 av 3")).toBeInTheDocument();
  }
  expect(seen).toEqual([1.5, 2, 3]);
  expect(more).toHaveAttribute("aria-disabled", "true");
  await userEvent.click(less);
  await vi.waitFor(() => expect(400 * zoom() * 1.5 - pane.scrollTop).toBeCloseTo(300));
});
