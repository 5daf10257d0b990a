import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { answer, silence } from "../../api/mock";
import PlanDays from "./PlanDays.svelte";

afterEach(silence);

test("what was no day stays to be mended, with the focus there, and says that the others are added", async () => {
  answer({ plan_meetings: () => ({ added: 2, unread: [{ words: "inte en dag" }] }) });
  const onclose = vi.fn();
  render(PlanDays, { year: 2031, bodies: ["Gruppen"], ondone() {}, onclose });
  expect(screen.getByText(/2031-04-24/)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Avbryt" })).toBeInTheDocument();
  const days = screen.getByLabelText(/Mötesdagar/);
  await userEvent.type(days, "24 april\n29 maj\ninte en dag");
  await userEvent.click(screen.getByRole("button", { name: "Lägg in mötena" }));
  expect(await screen.findByText("De andra raderna är redan inlagda: 2 nya möten.")).toBeInTheDocument();
  expect(screen.getByText("Den här raden är ingen dag i planens år. Rätta den och lägg in igen.")).toBeInTheDocument();
  await expect.poll(() => document.activeElement).toBe(days);
  expect(days).toHaveValue("inte en dag");
  expect(screen.queryByRole("button", { name: "Avbryt" })).toBeNull();
  expect(onclose).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Stäng" }));
  expect(onclose).toHaveBeenCalledOnce();
});
