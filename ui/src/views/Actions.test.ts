import { render, screen } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";

import { answer, silence } from "../api/mock";
import { Session } from "../features/session/session.svelte";
import Actions from "./Actions.svelte";

afterEach(silence);

test("where there is no register yet it says that missions are written in one", () => {
  answer({ actions: () => [], meetings: () => ({ year: 2025, today: "2025-03-01", plan: null, bodies: [], meetings: [], lacks: [] }) });
  render(Actions, { session: new Session(), disabled: false, onadded() {} });
  expect(screen.getByText("Särskilda uppdrag skrivs i ärendelistan, som inte är påbörjad än.")).toBeInTheDocument();
});
