/** Texts that are short to write and may be long to read: what repeats, what nearly fits, what no alphabet has. */

const UNITS = [
  ..." a1.,-+'\"«(=:/@%;&\t\u0301漢か가",
  "()",
  "[x",
  "a ",
  "1 ",
  "a.",
  "1,",
  " + ",
  ", ",
  "a=",
  "aA",
  "e\u0301",
  "i̇",
  "🎬",
  "👨‍👩‍👧",
  "\u202e",
  "ab",
  "aeiou rnslt",
  "http://a.",
  "tt0",
  "imdb ",
  "tmdb:",
  "q=0.",
  "año ",
  "de ",
  "de los ",
  "y ",
  "o ",
  "vs ",
  "con ",
  "una ",
  "saga ",
  "trilogia ",
  "los hermanos ",
  "que no sea ",
  "el ",
  "the ",
  "of ",
  "como ",
  "peliculas de ",
  "harry potter ",
  "1990-",
  "90 ",
  "2h ",
  "mañana ",
  "estados unidos ",
  "iiiv",
] as const;

const LAST = ["", "x", "!", " 1"] as const;

/**
 * Texts of so many characters: one thing over and over with another at its end, at its beginning, and two by halves.
 * @param turn another one gives texts that are as hostile and not the same, so that nothing is remembered of them
 */
export function* hostileTexts(length: number, turn = 0): Generator<string> {
  const mark = turn === 0 ? "" : String.fromCodePoint(97 + (turn % 26));
  for (const [at, unit] of UNITS.entries()) {
    const next = UNITS[(at * 7 + turn + 3) % UNITS.length] ?? unit;
    for (const last of LAST) yield filled(unit, length - last.length - mark.length) + mark + last;
    yield `${mark}x${filled(unit, length - 1 - mark.length)}`;
    yield filled(unit, length >> 1) + mark + filled(next, (length >> 1) - mark.length);
  }
}

function filled(unit: string, length: number): string {
  return unit.repeat(Math.ceil(Math.max(0, length) / unit.length)).slice(0, Math.max(0, length));
}
