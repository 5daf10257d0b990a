// Planning many meetings at once: their days, and the time and place that they have in common.
import { api, type Answer, type DocumentView, type PlannedDays } from "../../api";

/** When and where a meeting is. */
export interface When {
  time: string;
  place: string;
}

const ROLES = { time: "time", place: "location" } as const;

function meetings({ form }: DocumentView) {
  return form.objects.flatMap((object) => {
    const kind = form.kinds.find(({ id }) => id === object.kind);
    return kind?.concept === "meeting" ? [{ object, kind }] : [];
  });
}

/** When and where each meeting of a plan is, by its object. */
export function whens(plan: DocumentView): Map<string, When> {
  return new Map(meetings(plan).map(({ object, kind }) => {
    const word = (role: string) => {
      const field = kind.fields.find((field) => field.role === role);
      const value = object.values.find((value) => value.field === field?.id)?.value;
      return value?.type === "plain" ? value.text.trim() : "";
    };
    return [object.id, { time: word(ROLES.time), place: word(ROLES.place) }];
  }));
}

/**
 * Plans a body's meetings and gives those that are new their time and place. Those of bodies that prepare them have their own.
 * `plan` is the year's meeting plan, where it has been begun.
 */
export async function planAll(year: number, body: string, days: string, when: When, plan: string | null): Promise<Answer<PlannedDays>> {
  const before = plan ? await api.document(plan) : undefined;
  if (before?.status === "error") return before;
  const planned = await api.planMeetings(year, body, days);
  if (planned.status === "error" || (!when.time.trim() && !when.place.trim())) return planned;
  const after = await api.document(planned.data.document);
  if (after.status === "error") return after;
  const known = new Set(before?.data.form.objects.map(({ id }) => id));
  for (const { object, kind } of meetings(after.data)) {
    if (known.has(object.id)) continue;
    const of = kind.fields.find(({ role }) => role === "body");
    const whose = object.values.find(({ field }) => field === of?.id)?.value;
    const name = whose?.type === "plain" && (of?.options.find(({ value }) => value === whose.text)?.label ?? whose.text);
    if (body && name && name !== body) continue;
    for (const key of ["time", "place"] as const) {
      const field = kind.fields.find(({ role }) => role === ROLES[key])?.id;
      const text = when[key].trim();
      if (!field || !text) continue;
      const written = await api.writeField(planned.data.document, { object: object.id, field, value: { type: "plain", text } });
      if (written.status === "error") return written;
    }
  }
  return planned;
}
