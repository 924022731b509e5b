/** What decides where two films are level, as people call it and as it is told beforehand. */
import { UserError } from "../../../src/chat/errors/errors.js";
import { foldName, quoted } from "../../../src/chat/text.js";
import type { TieRule } from "../../../src/events/voting/announced.js";
import type { Words } from "../../../src/words.js";

export const TIE_NAMES: Readonly<Record<TieRule, Words>> = {
  carried: { es: "los puntos de otra noche", en: "points from another night" },
  firstPlaces: { es: "la que más gente puso primera", en: "what most people put first" },
  earlier: { es: "la que se propuso antes", en: "what was proposed earlier" },
  draw: { es: "sorteo", en: "lots" },
};

const EARLIER: ReadonlySet<string> = new Set(["antes", "orden", "primera", "earlier", "first", "order"]);
const DRAW: ReadonlySet<string> = new Set(["sorteo", "azar", "suerte", "draw", "lots", "random"]);

/** In every case what a film brings, and who put it first, decides before that. @throws UserError for what is none */
export function tieRules(said: string | undefined): readonly TieRule[] {
  const word = said === undefined ? "antes" : foldName(said.trim());
  if (EARLIER.has(word)) return ["carried", "firstPlaces", "earlier"];
  if (DRAW.has(word)) return ["carried", "firstPlaces", "draw"];
  const typed = quoted(said ?? "");
  throw new UserError(
    "invalid_parameter",
    {
      es: `No sé decidir un empate por ${typed.es}. Hay: antes y sorteo.`,
      en: `I cannot decide a tie by ${typed.en}. There are: earlier and lots.`,
    },
    { option: "empate" },
  );
}
