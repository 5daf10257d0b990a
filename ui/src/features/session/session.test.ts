import { expect, test } from "vitest";

import { line } from "../../api/fixture";
import { Session } from "./session.svelte";

test("whoever has looked at something else comes back to the part of the document that they were in", () => {
  const session = new Session();
  session.documents = [line(), line({ id: "other" })];
  session.go({ view: "document", part: "goal", object: "a2" });
  session.go({ view: "checks", field: undefined });
  session.go({ view: "document", field: undefined });
  expect(session.place).toMatchObject({ view: "document", part: "goal", object: "a2" });
  session.go({ view: "document", document: "other", part: "head" });
  session.go({ view: "history" });
  session.go({ view: "document" });
  expect(session.place).toMatchObject({ document: "other", part: "head", object: undefined });
  session.go({ view: "document", document: line().id });
  expect(session.place).toMatchObject({ part: "goal", object: "a2" });
});

test("whoever goes to a document as a whole begins at its beginning", () => {
  const session = new Session();
  session.documents = [line()];
  session.go({ view: "document", part: "goal", object: "a2" });
  session.go({ view: "document", part: undefined, object: undefined });
  expect(session.place).toMatchObject({ part: undefined, object: undefined });
});
