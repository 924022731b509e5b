/** Franchises as we call them in Spanish: "Saga Toy Story" is the data's "Toy Story Collection". */
import type { NameRead } from "./reference.js";

const SAGA =
  /^\s*(?:[•▪‣*·–—-]\s+)?(?:la\s+)?(?:saga|colecci[oó]n|franquicia|trilog[ií]a)\s+(?:de\s+)?(\S.*)$/iu;

/** The names that a franchise has in the data; undefined for what is not called so. */
export function readCollectionName(text: string): NameRead | undefined {
  const name = SAGA.exec(text)?.[1]?.trim();
  return name === undefined ? undefined : { names: [`${name} Collection`, name] };
}
