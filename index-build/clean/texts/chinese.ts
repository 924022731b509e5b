/** Chinese titles as others write them: in Latin letters (pinyin), and in the other of the two scripts. */

/** What is known of single characters. */
export interface ChineseCharacters {
  /** Each character's commonest reading in Mandarin, without its tone. */
  readonly readings: ReadonlyMap<string, string>;
  /** Simplified characters by traditional ones. */
  readonly simplified: ReadonlyMap<string, string>;
  /** The commonest traditional character by the simplified one. */
  readonly traditional: ReadonlyMap<string, string>;
}

const HAN = /\p{Script=Han}/u;

/**
 * A title's pinyin, "wo hu cang long", and its simplified or traditional form, where it has them. Characters
 * with several readings get their commonest.
 */
export function otherChineseForms(title: string, characters: ChineseCharacters): string[] {
  if (!HAN.test(title)) return [];
  const forms = [pinyin(title, characters), mapped(title, characters.simplified)];
  // A title that holds traditional characters is traditional: the others of it are the same in both.
  if (forms[1] === title) forms.push(mapped(title, characters.traditional));
  return [...new Set(forms)].filter((form) => form !== undefined).filter((form) => form !== title);
}

function pinyin(title: string, { readings }: ChineseCharacters): string | undefined {
  const read = [...title].map((character) => {
    const reading = readings.get(character);
    return reading === undefined ? character : ` ${reading} `;
  });
  const text = read.join("").replace(/\s+/g, " ").trim();
  return HAN.test(text) ? undefined : text;
}

function mapped(title: string, to: ReadonlyMap<string, string>): string {
  return [...title].map((character) => to.get(character) ?? character).join("");
}
