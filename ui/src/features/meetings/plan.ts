// When and where the meetings of a plan are.
import type { DocumentView, InCommon } from "../../api";

const ROLES = { time: "time", place: "location" } as const;

function meetings({ form }: DocumentView) {
  return form.objects.flatMap((object) => {
    const kind = form.kinds.find(({ id }) => id === object.kind);
    return kind?.concept === "meeting" ? [{ object, kind }] : [];
  });
}

/** When and where each meeting of a plan is, by its object. */
export function whens(plan: DocumentView): Map<string, InCommon> {
  return new Map(meetings(plan).map(({ object, kind }) => {
    const word = (role: string) => {
      const field = kind.fields.find((field) => field.role === role);
      const value = object.values.find((value) => value.field === field?.id)?.value;
      return value?.type === "plain" ? value.text.trim() : "";
    };
    return [object.id, { time: word(ROLES.time), place: word(ROLES.place) }];
  }));
}
