import { render, screen } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";

import type { PackView } from "../api";
import { answer, silence } from "../api/mock";
import { Session } from "../features/session/session.svelte";
import Packs from "./Packs.svelte";

afterEach(silence);

const pack = (name: string, other: Partial<PackView>): PackView => ({ kind: "template", word: "", id: name, name, version: "1", origin: "bundled", documents: 0, own: true, ...other });

test("a template says how many documents are made from it, the group's profile and tidplan that the whole group has them", async () => {
  answer({ packs: () => ({ packs: [pack("Plan", { documents: 2 }), pack("Rapport", {}), pack("Profil", { kind: "profile" }), pack("Tidplan", { kind: "calendar" }), pack("Annan", { kind: "profile", own: false })], fault: null }) });
  render(Packs, { session: new Session(), ontell() {} });
  const used = async (name: string) => (await screen.findByRole("rowheader", { name: new RegExp(`^${name}`) })).closest("tr")!.querySelector(".count")!.textContent;
  expect(await used("Plan")).toBe("2 dokument");
  expect(await used("Rapport")).toBe("–");
  expect(await used("Profil")).toBe("hela gruppen");
  expect(await used("Tidplan")).toBe("hela gruppen");
  expect(await used("Annan")).toBe("–");
});
