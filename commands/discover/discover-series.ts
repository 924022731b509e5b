/** `/descubrir tipo=serie`. */
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Context } from "../../src/chat/contract.js";
import type { Asked } from "../shared/filter/meaning.js";
import { nothing } from "../shared/platform.js";

/** Series that meet what is asked: what the platforms' catalogues tell of them. */
export function discoverSeries(context: Context, _asked: readonly Asked[]): Reply<never> {
  return nothing(context, {
    es: "Todavía no sé buscar series así, solo películas.",
    en: "I cannot look for series like that yet, only for films.",
  });
}
