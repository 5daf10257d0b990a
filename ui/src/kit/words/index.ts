// The window's words, from the file that holds all words of the program.
import { FluentBundle, FluentResource } from "@fluent/bundle";

import swedish from "../../../../assets/locales/sv.ftl?window";
import type { Words } from "./keys";

export type Key = keyof Words;
/** A key whose words speak of nothing in particular. */
export type PlainKey = { [K in Key]: keyof Words[K] extends never ? K : never }[Key];

const bundle = new FluentBundle("sv-SE", { useIsolating: false });
bundle.addResource(new FluentResource(swedish));

/** The words under `key`, with what they speak of put in. */
export function say<K extends Key>(key: K, ...[args]: keyof Words[K] extends never ? [] : [Words[K]]): string {
  const pattern = bundle.getMessage(key)?.value;
  return pattern ? bundle.formatPattern(pattern, args, []) : key;
}
