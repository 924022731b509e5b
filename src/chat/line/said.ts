/** Picking a choice by saying it: "otra" instead of a button. */
import type { Answer, Choice } from "../answer/schema.js";
import { foldName } from "../text.js";

/** What people say who want the next ones of a list. Folded. */
export const SAID_FOR_MORE: readonly string[] = [
  ...[
    "otra",
    "otras",
    "otro",
    "otros",
    "otra mas",
    "otras mas",
    "mas",
    "dame otra",
    "dame otras",
    "dame mas",
    "ver otra",
    "ver otras",
    "ver mas",
  ],
  ...["siguiente", "siguientes", "another", "another one", "others", "more", "more please", "next"],
];

/** Whether a choice leads to the next ones of a list, and is none of them. */
export function leadsOn({ said = [] }: Choice): boolean {
  return said.some((word) => SAID_FOR_MORE.includes(word));
}

/** What people say to whom it is asked whether they meant something. Folded. */
export const SAID_FOR_YES: readonly string[] = [
  ...[
    "si",
    "sip",
    "sii",
    "si esa",
    "si ese",
    "si eso",
    "esa",
    "ese",
    "eso",
    "esa misma",
    "claro",
    "exacto",
    "vale",
  ],
  ...["yes", "yep", "yeah", "yes please", "that one", "right", "ok"],
];

/** The choice of an answer that a text picks, whatever its case, accents and punctuation; undefined where it picks none. */
export function saidChoice({ choices = [] }: Pick<Answer, "choices">, text: string): Choice | undefined {
  const said = foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return choices.find((choice) => choice.said?.includes(said));
}
