// Moments and days as they are written in Swedish: 28 nov. 2026 kl. 14.32.

const FORMS = {
  short: new Intl.DateTimeFormat("sv-SE", { dateStyle: "medium", timeStyle: "short" }),
  long: new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeStyle: "short" }),
  clock: new Intl.DateTimeFormat("sv-SE", { hour: "2-digit", minute: "2-digit" }),
};

/** A moment (RFC 3339 or a date) in words; the clock alone where nothing else is asked for. */
export const moment = (at: string | Date, form: keyof typeof FORMS): string =>
  FORMS[form].format(typeof at === "string" ? Date.parse(at) : at).replace(/(\d\d):(\d\d)$/, "$1.$2");

/** Today as one writes it in a field: 28 november 2026. */
export const today = (): string => new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: "Europe/Stockholm" }).format(new Date());
