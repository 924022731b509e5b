/** What a phrase of the lexicon stands for. */
import { type Phrase, parsePhrase } from "../../../../src/chat/command/phrases.js";

/** Every way to say a phrase, as typed. */
export function sayings(phrase: string): readonly string[] {
  return all(parsePhrase(phrase)).map((said) => said.trim());
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
