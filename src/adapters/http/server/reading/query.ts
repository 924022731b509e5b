/** Options as the query of an address. */
import type { OptionValues } from "../../../../chat/answer/schema.js";

export function queryOf(options: OptionValues): string {
  return Object.entries(options)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent([value].flat().join(","))}`)
    .join("&");
}
