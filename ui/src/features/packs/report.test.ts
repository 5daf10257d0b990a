import { render, screen } from "@testing-library/svelte";
import { expect, test } from "vitest";

import Report from "./Report.svelte";

const report = { id: "dagar", sound: true, loaded: true, faults: [], examples: [] };
const show = (hasDays: boolean) => render(Report, { report, name: "Dagarna", isNew: true, hasDays, onclose() {} });

test("days of the group's own lead to the year, and those of another organisation promise nothing", () => {
  const { unmount } = show(true);
  expect(screen.getByRole("heading")).toHaveTextContent("Dagarna står på Året");
  expect(screen.getByRole("button", { name: "Året" })).toBeInTheDocument();
  unmount();
  show(false);
  expect(screen.getByRole("heading")).toHaveTextContent("Dagarna är inläst och går att välja");
  expect(screen.queryByRole("button", { name: "Året" })).toBeNull();
});
