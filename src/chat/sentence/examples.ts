/** Sentences that can be asked, for whoever does not know what to say: buttons that ask them. */

import type { Language } from "../../words.js";
import { rich } from "../answer/rich-text.js";
import type { Answer, Choice } from "../answer/schema.js";
import { exampleOf } from "../command/describe.js";
import type { Program } from "../contract.js";
import { type Locale, say } from "../locale.js";

/** Each is answered by every edition there is: a test holds them against the smallest. */
export const EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  es: [
    "¿Cuánto dura Titanic?",
    "Películas como El padrino",
    "Películas con Penélope Cruz",
    "¿De qué va Volver?",
    "Películas sobre tiburones",
    "¿Quién dirigió El laberinto del fauno?",
  ],
  en: [
    "How long is Titanic?",
    "Films like The Godfather",
    "Films with Penélope Cruz",
    "What is Back to the Future about?",
    "Films about sharks",
    "Who directed Pan's Labyrinth?",
  ],
};

/** One of several ways to say something, the same for the same text. */
export function varied<Way>(ways: readonly Way[], text: string): Way | undefined {
  return ways[Math.abs(hashOf(text)) % ways.length];
}

/** Two of the examples, the same for the same text: as buttons, or to be typed where no command takes a sentence. */
export function withExamples(
  { commands }: Pick<Program, "commands">,
  answer: Answer & { readonly text: string },
  text: string,
  locale: Locale,
): Answer {
  const asking = commands.find(({ sentence }) => sentence !== undefined);
  if (asking?.sentence === undefined) {
    const [first, second = first] = commands;
    if (!first || !second) return answer;
    const [one, other] = [exampleOf(first), exampleOf(second)];
    const examples = { es: rich`Por ejemplo: ${one} o ${other}`, en: rich`For example: ${one} or ${other}` };
    return { ...answer, text: rich`${answer.text}\n\n${say(locale, examples)}` };
  }
  const { name, sentence } = asking;
  const ways = say(locale, EXAMPLES);
  const from = Math.abs(hashOf(text)) % ways.length;
  const choices = [ways[from] ?? "", ways[(from + 1) % ways.length] ?? ""].map(
    (said): Choice => ({ label: said, command: name, options: { [sentence]: said } }),
  );
  return { ...answer, prompt: say(locale, { es: "Prueba con:", en: "Try:" }), choices };
}

/** The same number for the same text. */
function hashOf(text: string): number {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return hash;
}
