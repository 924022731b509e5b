/** Countries and languages that there are, and of which no film is known: nobody is told that Kosovo is no country. */
import { foldName } from "../../src/chat/text.js";
import type { Vocabulary } from "../../src/find/port.js";
import type { Words } from "../../src/words.js";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** ISO 3166-1 in capitals, ISO 639-1 in small letters. */
const CODES = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));

/** What is said of a text that names a country or a language without films; undefined where it names none. */
export function filmless(vocabulary: Vocabulary, text: string): Words | undefined {
  if (vocabulary === "country") {
    const named = nameOf("region", CODES, text);
    return named && { es: `No conozco películas de ${named.es}.`, en: `I know no films from ${named.en}.` };
  }
  if (vocabulary !== "language") return undefined;
  const codes = CODES.map((code) => code.toLowerCase());
  const named = nameOf("language", codes, text);
  return named && { es: `No conozco películas en ${named.es}.`, en: `I know no films in ${named.en}.` };
}

/** The name of what a text calls by its code or its name in either language. */
function nameOf(type: "region" | "language", codes: readonly string[], text: string): Words | undefined {
  const display = (tag: string) => new Intl.DisplayNames(tag, { type, fallback: "none" });
  const [spanish, latinAmerican, english] = [display("es"), display("es-419"), display("en")] as const;
  const typed = foldName(text);
  for (const code of codes) {
    const es = spanish.of(code);
    const en = english.of(code);
    if (es === undefined || en === undefined) continue;
    const names = [code, es, latinAmerican.of(code) ?? es, en];
    if (names.some((name) => foldName(name) === typed)) return { es, en };
  }
  return undefined;
}
