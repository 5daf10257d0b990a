// A group that meets, as commands make it, and the steps that several tests take with it.
import { join } from "node:path";

import { fill, go, missiv, named, press, scratch } from "./app.mjs";

/** The year in which the tests meet: the window opens on the one that runs. */
export const YEAR = new Date().getFullYear();

const PEOPLE = [["A.A.", "Ordförande", "Skövde kommun"], ["B.B.", "Socialchef", "Hjo kommun"], ["C.C.", "Socialchef", "Skara kommun"]];

/** A group with people and nothing planned. */
export async function group() {
  const file = join(await scratch(), "gruppen.missiv");
  await missiv("new", file, "--profile", "skaraborg_socialchefsgruppen", "--group", "Socialchefsgruppen", "--area", "Området");
  for (const [initials, office, organisation] of PEOPLE) {
    await missiv("add", file, "gruppen", "person", `initialer=${initials}`, `roll=${office}`, `organisation=${organisation}`, `epost=${initials[0]}@example.org`);
  }
  return file;
}

/** The group with a planned meeting and a matter that has come in. */
export async function planned() {
  const file = await group();
  await missiv("meeting", "plan", file, String(YEAR), "24 april");
  await missiv("matter", "add", file, "rubrik=Gemensam utbildning i barnsamtal", "vackt_av=Socialchef", "arendetyp=Beslutsärende", "minuter=30");
  return file;
}

/** The group with its agenda, on which the matter stands. */
export async function called() {
  const file = await planned();
  await missiv("meeting", "agenda", file, `${YEAR}-04-24`);
  await missiv("matter", "take-up", file, "1", "dagordning");
  await missiv("matter", "add", file, "rubrik=Nationell statistik", "vackt_av=Samordnaren");
  return file;
}

/** The group with notes, in which a decision needs everybody and a municipality was absent. */
export async function noted() {
  const file = await called();
  await missiv("meeting", "notes", file, "dagordning");
  const notes = "mötesanteckningar";
  await missiv("set", file, notes, "1", "dialog", "ja");
  await missiv("add", file, notes, "beslut", "--below", "1", "beslut=Gruppen ställer sig bakom utbildningen.", "beslutsform=Handuppräckning", "enhalligt=ja", "fortsatt=Åtgärd");
  await missiv("add", file, notes, "atgard", "--below", "1", "rubrik=Skicka kursplanen", "ansvarig=B.B.", "senast=2024-06-05", "aterkoppling=Muntligt");
  await missiv("set", file, notes, "narvaro:1", "narvaro", "Frånvarande");
  return file;
}

/** Opens the newest document of a kind, by its line in the list. */
export async function openNotes(window) {
  await (await named(window, "#list .papers > ul > li > button", "Mötesanteckningar", 15_000)).click();
  await window.until("the notes", () => window.find("nav.list[aria-label='Anteckningarnas delar']"));
}

/** Plans meetings by a list of days. */
export async function plan(window, days, patience) {
  await press(window, "Planera");
  await window.until("the days", () => window.find("#plan-days"));
  await fill(window, "#plan-days", days);
  await press(window, "Lägg in mötena");
  await window.until("the meetings", () => window.find(".month .row"), patience);
}
