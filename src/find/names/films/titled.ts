/** Every film of one title, for lists that others made: there nothing is misspelt, and fame decides nothing. */
import type { FilmRow } from "../../../catalog/rows.js";
import { foldNumbers, withoutArticle } from "../../encode/fold.js";
import { KEY_KINDS, type KeyKind } from "../../encode/keys/keys.js";
import type { TitledFilm } from "../../port.js";
import type { Domain } from "../domain.js";
import { bytesOf } from "../index/key-index.js";
import { normalise } from "../matching.js";

/** What a film is called for short, or after another one, is no title of it. */
const NO_TITLE: ReadonlySet<KeyKind> = new Set([KEY_KINDS.lent, KEY_KINDS.initials]);

/** Films that are called just so, number words and articles aside, however it is spaced; best known first. */
export function filmsTitled(
  { index, accepts, kindCosts }: Pick<Domain<FilmRow>, "index" | "accepts" | "kindCosts">,
  title: string,
): TitledFilm[] {
  const whole = normalise(title);
  const parts = new Map<FilmRow, number>();
  const look = (text: string, cost: number) => {
    const { letters } = bytesOf(text);
    if (letters.length === 0) return;
    index.order.exact(letters, (key) => {
      const row = index.target(key);
      const kind = index.kind(key);
      if (NO_TITLE.has(kind) || !accepts(row)) return;
      const part = cost + kindCosts[kind];
      if (part < (parts.get(row) ?? Number.POSITIVE_INFINITY)) parts.set(row, part);
    });
  };
  for (const text of new Set([whole, foldNumbers(whole)])) look(text, 0);
  const bare = withoutArticle(whole);
  if (bare !== whole) look(bare, kindCosts[KEY_KINDS.bare]);
  return [...parts].sort(([a], [b]) => a - b).map(([row, part]) => ({ row, part }));
}
