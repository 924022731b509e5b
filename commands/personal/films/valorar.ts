import { z } from "zod";
import type { FilmRow } from "../../../src/catalog/rows.js";
import type { Reply } from "../../../src/chat/answer/reply.js";
import type { Choice } from "../../../src/chat/answer/schema.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { decimalNumber, filmRef } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { knownAsker } from "../../../src/chat/kept.js";
import { say } from "../../../src/chat/locale.js";
import { filmRef as refOf } from "../../../src/queries/refs/film.js";
import { forFilmAwaited } from "../../shared/awaited-film.js";
import { shortHeading } from "../../shared/words/wording.js";
import { changed, panel, type Rated, ratedSchema } from "./nota.js";
import { BEST, keepOpinion } from "./opinion.js";

const options = z.strictObject({
  titulo: filmRef(),
  nota: decimalNumber(
    { min: 1, max: BEST },
    {
      es: "Nota",
      en: "Score",
      help: {
        es: "Del 1 al 10; sin ella, la que le diste",
        en: "From 1 to 10; without it, the one you gave",
      },
    },
  ).optional(),
});

export const valorar = defineCommand({
  names: { es: "valorar", en: "rate" },
  synonyms: { es: ["valora", "puntuar", "puntua", "calificar", "califica"], en: [] },
  summary: { es: "Tu nota de una película, del 1 al 10", en: "Your score of a film, from 1 to 10" },
  phrases: {
    es: ["(valorar|valora|valoro|puntúa|puntuar|puntúo) {titulo}"],
    en: ["rate {titulo}"],
  },
  effect: "write",
  options,
  result: ratedSchema,
  positional: ["titulo"],
  label: { es: "Valorar {titulo}", en: "Rate {titulo}" },
  examples: ["valorar el laberinto del fauno 9", "valorar volver"],
  run(context, { titulo, nota }) {
    knownAsker(context);
    if (nota !== undefined) return rated(context, titulo, nota);
    const ending = scoreAtEnd(titulo);
    if (ending === undefined) return shown(context);
    const numbered = namedExactly(context, titulo);
    const other = isScore(ending.score) ? namedExactly(context, ending.title) : undefined;
    // An id or a link names the same film with and without what stands behind it.
    if (numbered === undefined || numbered === other) return rated(context, ending.title, ending.score);
    return other === undefined ? shown(context) : whichFilm(context, [numbered, other], ending.score);
  },
});

/** "Dune 8", "Dune 8,5", "Dune con un 8/10": a score stands at the end. */
const AT_END = /^(.*\S)\s+(?:(?:con\s+)?una?\s+|with\s+an?\s+)?(\d{1,2}(?:[.,]\d{1,2})?)(?:\s*\/\s*10)?$/iu;

function scoreAtEnd(text: string): { readonly title: string; readonly score: number } | undefined {
  const [, title, score] = AT_END.exec(text) ?? [];
  if (title === undefined || score === undefined) return undefined;
  return { title, score: Number(score.replace(",", ".")) };
}

function isScore(score: number): boolean {
  return Number.isInteger(score) && score >= 1 && score <= BEST;
}

/** The film whose very title it is: "Toy Story 3" is one before it is a score of "Toy Story". */
function namedExactly({ find }: Context, title: string): FilmRow | undefined {
  const meant = find.film(title);
  return meant.kind === "found" && meant.fit === "exact" ? meant.value : undefined;
}

function shown(context: Context): Promise<Reply<Rated>> {
  return forFilmAwaited(context, "titulo", (row) => panel(context, refOf(context.catalog, row)));
}

function rated(context: Context, titulo: string, nota: number): Promise<Reply<Rated>> {
  if (!isScore(nota)) throw noScore(context, titulo, nota);
  const asked = { ...context.asked, options: { titulo, nota } };
  const about = { ...context, asked };
  return forFilmAwaited(about, "titulo", async (row) => {
    const film = refOf(context.catalog, row);
    return changed(about, film, await keepOpinion(about, film.id, nota));
  });
}

/** Whether the number at the end is of the title or a score. */
async function whichFilm(
  { catalog, locale, asked }: Context,
  [numbered, other]: readonly [FilmRow, FilmRow],
  nota: number,
): Promise<Reply<Rated>> {
  const [whole, short] = [refOf(catalog, numbered), refOf(catalog, other)];
  const named = shortHeading(locale, short);
  return {
    status: "choices",
    result: null,
    answer: {
      kind: "choices",
      title: say(locale, { es: "¿Cuál de las dos?", en: "Which of the two?" }),
      choices: [
        {
          label: say(locale, { es: `${named}: un ${nota}`, en: `${named}: ${nota}` }),
          command: asked.command,
          options: { titulo: `tmdb:${short.id}`, nota },
        },
        {
          label: shortHeading(locale, whole),
          command: asked.command,
          options: { titulo: `tmdb:${whole.id}` },
        },
      ],
    },
  };
}

function noScore({ asked }: Context, titulo: string, nota: number): UserError {
  const near = [Math.floor(nota), Math.ceil(nota)].filter(isScore);
  const suggestions = near.map(
    (score): Choice => ({ label: String(score), command: asked.command, options: { titulo, nota: score } }),
  );
  const words =
    near.length === 0
      ? { es: "Las notas van del 1 al 10.", en: "Scores go from 1 to 10." }
      : {
          es: `Las notas son puntos enteros, del 1 al 10: ¿${near.join(" o ")}?`,
          en: `Scores are whole points, from 1 to 10: ${near.join(" or ")}?`,
        };
  return new UserError("invalid_parameter", words, { option: "nota", suggestions });
}
