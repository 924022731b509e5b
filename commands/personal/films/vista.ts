import { z } from "zod";
import { defineCommand } from "../../../src/chat/command/command.js";
import { filmRef } from "../../../src/chat/command/options.js";
import { knownAsker } from "../../../src/chat/kept.js";
import { filmRef as refOf } from "../../../src/queries/refs/film.js";
import { forFilmAwaited } from "../../shared/awaited-film.js";
import { seenOrNot } from "./film-buttons.js";
import { ratedSchema } from "./nota.js";

export const vista = defineCommand({
  names: { es: "vista", en: "seen" },
  synonyms: { es: ["visto"], en: ["watched"] },
  summary: {
    es: "Anotar que viste una película, o quitarlo",
    en: "Note that you saw a film, or take that back",
  },
  phrases: {
    es: ["ya (he visto|vi) {titulo}", "(marca|marcar|anota|anotar) {titulo} como vista"],
    en: ["(i have|i've) already (seen|watched) {titulo}", "mark {titulo} as (seen|watched)"],
  },
  effect: "write",
  options: z.strictObject({ titulo: filmRef() }),
  result: ratedSchema,
  positional: ["titulo"],
  label: { es: "Anotar {titulo} como vista", en: "Note {titulo} as seen" },
  examples: ["vista el laberinto del fauno", "vista volver"],
  run(context) {
    knownAsker(context);
    return forFilmAwaited(context, "titulo", (row) => seenOrNot(context, refOf(context.catalog, row)));
  },
});
