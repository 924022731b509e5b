/** Countries as the catalogues write them, in English. */

/** What they write otherwise than the table of regions that the program runs with. */
const OTHER_NAMES = new Map(
  Object.entries({
    "czech republic": "CZ",
    "east germany": "DE",
    "hong kong": "HK",
    macedonia: "MK",
    "palestinian territories": "PS",
    "soviet union": "SU",
    turkey: "TR",
    usa: "US",
    uk: "GB",
    "west germany": "DE",
  }),
);

let names: ReadonlyMap<string, string> | undefined;

/** The ISO 3166-1 code of a country by its English name; undefined for what is none. */
export function countryCode(name: string): string | undefined {
  names ??= englishNames();
  const lower = name.toLowerCase();
  return OTHER_NAMES.get(lower) ?? names.get(lower);
}

const LETTERS = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));

function englishNames(): ReadonlyMap<string, string> {
  const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return new Map(
    codes.flatMap((code) => {
      const name = regions.of(code)?.toLowerCase();
      return name === undefined ? [] : [[name, code] as const];
    }),
  );
}
