/** Whatever is said is understood as something that can be asked, the same each time, or as nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.js";
import { coerce } from "../../../src/chat/command/coerce.js";
import type { Understood } from "../../../src/chat/contract.js";
import { atOnce } from "../../../src/steps.js";
import { ERAS } from "../../../src/understand/lexicon/filters/eras.js";
import { GENRES } from "../../../src/understand/lexicon/filters/genres.js";
import { ORDERS } from "../../../src/understand/lexicon/filters/orders.js";
import { FACTS } from "../../../src/understand/lexicon/questions/facts.js";
import { PLOTS } from "../../../src/understand/lexicon/questions/plots.js";
import { COMPARE, COUNT } from "../../../src/understand/lexicon/questions/questions.js";
import { LIKE, LIKED } from "../../../src/understand/lexicon/questions/similar.js";
import { MORE } from "../../../src/understand/lexicon/talk/conversation.js";
import { OTHER_SUBJECTS } from "../../../src/understand/lexicon/talk/other-subjects.js";
import { FILLERS, FILM_NOUNS, NEGATIONS } from "../../../src/understand/lexicon/talk/plain-words.js";
import { understand } from "../../../src/understand/understand.js";
import { starter } from "../../support/starter-index.js";

/** Phrases of the lexicon as plain words: of each alternative the last, brackets left out. */
const phrases = [
  ...[FILLERS, FILM_NOUNS, NEGATIONS, COMPARE, COUNT, PLOTS, LIKE, LIKED, MORE, OTHER_SUBJECTS],
  ...[...GENRES, ...ERAS].map(([, said]) => said),
  ...FACTS.map((fact) => fact.phrases),
  ...ORDERS.map((order) => order.phrases),
]
  .flat()
  .map((phrase) => phrase.replace(/[^()[\]|]*\|/gu, "").replace(/[()[\]*]/gu, ""));

const NAMES = [
  "Titanic",
  "El padrino",
  "Tom Hanks",
  "Almodóvar",
  "Harry Potter",
  "Pixar",
  "Toy Story 2",
  "1999",
];
const JOINS = [" ", ", ", " y ", " de ", " o ", "? ", " que no sea ", " con ", "\n", " 90 ", " 🎬 "];

const sentence = fc
  .array(fc.tuple(fc.constantFrom(...phrases, ...NAMES), fc.constantFrom(...JOINS)), { maxLength: 8 })
  .map((parts) => parts.flat().join(""));
const repeated = fc
  .tuple(
    fc.constantFrom("a", "¿", " ", "!", "+", "de ", "no ", "8", "'", "\u0301", "la la ", "…"),
    fc.nat(2000),
  )
  .map(([text, times]) => text.repeat(times));
const anything = fc.oneof(
  { weight: 3, arbitrary: sentence },
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", minLength: 500, maxLength: 2000 }),
  repeated,
);

const read = (text: string) => atOnce(understand(text, starter.edition, commands));

function questionsOf(text: string): readonly Understood[] {
  const understood = read(text);
  if (understood?.kind === "several") return understood.readings;
  return understood?.kind === "question" ? [understood] : [];
}

describe("any text", () => {
  it("is understood without an error, and the same each time", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 150 },
    );
  });

  it("asks only for options that the command has, with values that it takes", () => {
    let asked = 0;
    fc.assert(
      fc.property(sentence, (text) => {
        for (const { command, options } of questionsOf(text)) {
          asked++;
          expect(commands).toContain(command);
          // A question that goes on with the one before may lack what that had.
          const checked = command.options.partial().safeParse(coerce(command, options));
          expect(checked.error?.issues ?? []).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(asked).toBeGreaterThan(50);
  });
});
