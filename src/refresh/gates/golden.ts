/** Questions of which we know the answer: `data/golden.json`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { filmById } from "../../catalog/catalog.js";
import { releaseYear } from "../../catalog/film.js";
import { PACKAGE_ROOT } from "../../package-root.js";
import type { Candidate, Gate, Golden } from "./gate.js";

const goldenSchema: z.ZodType<Golden> = z.strictObject({
  question: z.string().min(1),
  film: z.int().positive(),
  year: z.int().min(1870).max(2100),
});

const fileSchema = z.strictObject({
  format: z.literal("claqueta-golden/1"),
  questions: z.array(goldenSchema).min(1),
});

export const GOLDEN_FILE = join(PACKAGE_ROOT, "data", "golden.json");

/** Throws where the file is not as it should be: it is part of the program. */
export function readGolden(file = GOLDEN_FILE): readonly Golden[] {
  return fileSchema.parse(JSON.parse(readFileSync(file, "utf8"))).questions;
}

const SHOWN = 5;

/**
 * Every question whose film the catalogue has is answered with that film, of that year; and no film of a question that
 * the version in use answers is gone. What the version in use has wrong as well is no reason.
 */
export const golden: Gate = (candidate, before, questions) => {
  const wrong = questions.filter((one) => {
    const verdict = answered(candidate, one);
    if (before === undefined) return verdict === "wrong";
    return verdict !== "right" && answered(before, one) === "right";
  });
  if (wrong.length === 0) return undefined;
  const shown = wrong.slice(0, SHOWN).map(({ question }) => question);
  const es = shown.map((question) => `«${question}»`).join(", ");
  const en = shown.map((question) => `“${question}”`).join(", ");
  return {
    es: `Responde mal ${wrong.length} de ${questions.length} preguntas de control: ${es}`,
    en: `It answers ${wrong.length} of ${questions.length} control questions wrongly: ${en}`,
  };
};

function answered({ catalog, film }: Candidate, golden: Golden): "right" | "wrong" | "missing" {
  const row = filmById(catalog, golden.film);
  if (row === undefined) return "missing";
  return releaseYear(catalog, row) === golden.year && film(golden.question) === golden.film
    ? "right"
    : "wrong";
}
