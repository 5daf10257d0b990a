// What a list says below an object's name, where the name alone does not tell it apart: of a person, of a meeting.
import type { KindView, ObjectView } from "../../api";
import { say } from "../../kit/words";

const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC", weekday: "short", day: "numeric", month: "long" });

/** What stands in the field of a role, as it is read. */
export function word(kind: KindView | undefined, { values }: ObjectView, role: string): string {
  const field = kind?.fields.find((field) => field.role === role);
  const value = field && values.find((value) => value.field === field.id)?.value;
  if (value?.type !== "plain") return "";
  return field?.options.find((option) => option.value === value.text)?.label ?? value.text.trim();
}

/** A day as one says it; what is no day stays as it was written. */
const said = (day: string) => (/^\d{4}-\d\d-\d\d$/.test(day) ? DAY.format(Date.parse(day)) : day);

/** The lines; none for a kind that needs none. */
export function lines(kind: KindView | undefined, object: ObjectView): string[] {
  const of = (role: string) => word(kind, object, role);
  if (kind?.concept === "person") {
    const [from, to] = [of("start"), of("end")];
    return [[of("office"), of("organisation")].filter(Boolean).join(", "), from || to ? say("window-term", { from, to }).trim() : ""].filter(Boolean);
  }
  if (kind?.concept !== "meeting") return [];
  const [day, until] = [said(of("meeting_date")), said(of("end"))];
  const when = until && day ? say("window-term", { from: day, to: until }) : day;
  return [[when, of("time")].filter(Boolean).join(" "), of("body")].filter(Boolean);
}
