import { render, screen } from "@testing-library/svelte";
import { expect, test } from "vitest";

import Exported from "./Exported.svelte";

test.each([
  [{ draft: false, beside: 1 }, "Bredvid ligger ett tillgänglighetskvitto."],
  [{ draft: false, beside: 3 }, "Bredvid ligger 2 bilagor och ett tillgänglighetskvitto."],
  [{ draft: true, beside: 1 }, "Bredvid ligger 1 bilaga."],
])("says what lies beside what was exported", (exported, words) => {
  render(Exported, { exported: { name: "Plan.pdf", pages: 4, checksum: "AB12", ...exported }, onclose() {} });
  expect(screen.getByRole("status")).toHaveTextContent(words);
});
