/** What a phrase of the lexicon stands for. */
import { type Phrase, parsePhrase } from "../../../../src/chat/command/phrases.js";

/** Every way to say a phrase, as typed. */
export function sayings(phrase: string): readonly string[] {
  return all(parsePhrase(phrase)).map((said) => said.trim());
}

/** The first of them. */
export function firstSaying(phrase: string): string {
  return first(parsePhrase(phrase)).trim();
}

function first(phrase: Phrase): string {
  return phrase
    .map((part) => {
      if (part.kind === "either") return first(part.phrases[0] ?? []);
      return (part.attached ? "" : " ") + (part.kind === "word" ? part.text : "x");
    })
    .join("");
}

function all(phrase: Phrase): readonly string[] {
  return phrase.reduce<readonly string[]>(
    (said, part) => {
      const blank = part.kind === "either" || part.attached ? "" : " ";
      const endings =
        part.kind === "either"
          ? [...part.phrases.flatMap(all), ...(part.optional ? [""] : [])]
          : [blank + (part.kind === "word" ? part.text : "x")];
      return said.flatMap((begun) => endings.map((ending) => begun + ending));
    },
    [""],
  );
}
