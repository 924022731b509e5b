/** Ways of counting, as people call them. */
import { UserError } from "../../../src/chat/errors/errors.js";
import { foldName, quoted } from "../../../src/chat/text.js";
import { METHODS, type Method } from "../../../src/events/voting/ballot.js";
import type { Words } from "../../../src/words.js";

export const METHOD_NAMES: Readonly<Record<Method, Words>> = {
  approval: { es: "aprobación", en: "approval" },
  irv: { es: "orden con rondas (IRV)", en: "ranked rounds (IRV)" },
  schulze: { es: "orden uno contra uno (Schulze)", en: "ranked one against one (Schulze)" },
  score: { es: "estrellas", en: "stars" },
};

/** What to do with its buttons. */
export const HOW_TO_VOTE: Readonly<Record<Method, Words>> = {
  approval: {
    es: "Pulsa todas las que te vengan bien; otra vez, para quitarla.",
    en: "Press all that are fine with you; once more to take one back.",
  },
  irv: {
    es: "Pulsa primero tu favorita, luego la segunda…; otra vez, para quitarla.",
    en: "Press your favourite first, then the second…; once more to take one back.",
  },
  schulze: {
    es: "Pulsa primero tu favorita, luego la segunda…; otra vez, para quitarla.",
    en: "Press your favourite first, then the second…; once more to take one back.",
  },
  score: {
    es: "Cada pulsación le da una estrella más, hasta cinco; la sexta las quita.",
    en: "Each press gives one more star, up to five; the sixth takes them away.",
  },
};

const CALLED: Readonly<Record<string, Method>> = {
  aprobacion: "approval",
  marcar: "approval",
  si: "approval",
  orden: "schulze",
  ranking: "schulze",
  ranked: "schulze",
  condorcet: "schulze",
  rondas: "irv",
  rounds: "irv",
  "segunda vuelta": "irv",
  puntos: "score",
  notas: "score",
  estrellas: "score",
  stars: "score",
};

/** @throws UserError for what is none */
export function methodCalled(text: string): Method {
  const said = foldName(text.trim());
  const method = METHODS.find((one) => one === said) ?? CALLED[said];
  if (method !== undefined) return method;
  const typed = quoted(text);
  throw new UserError(
    "invalid_parameter",
    {
      es: `No conozco la forma de votar ${typed.es}. Hay: aprobación, orden, rondas y estrellas.`,
      en: `I don't know the way of voting ${typed.en}. There are: approval, ranked, rounds and stars.`,
    },
    { option: "metodo" },
  );
}
