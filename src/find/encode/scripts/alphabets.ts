/** Cyrillic and Greek, letter by letter. */

/** As film titles are transliterated in English; "ё" is mostly printed and read as "е". */
const CYRILLIC = pairs(`
  а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh
  щ shch ъ _ ы y ь _ э e ю yu я ya
  і i ї yi є ye ґ g ў u ђ dj ј j љ lj њ nj ћ c џ dz ѓ gj ќ kj ѕ dz
`);

/** Where Serbian or Macedonian is written: its own habit for the letters it shares with Russian. */
const SOUTH_SLAVIC = pairs("ж z х h ц c ч c ш s");
const SOUTH_SLAVIC_LETTERS = /[ђјљњћџѓќѕ]/;

/** ELOT 743, the Greek standard, with two letters for one sound as one. */
const GREEK = pairs(`
  α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
`);
const GREEK_PAIRS = pairs("ου ou αυ av ευ ev ηυ iv γγ ng γξ nx γχ nch");
const GREEK_PAIR = new RegExp(Object.keys(GREEK_PAIRS).join("|"), "g");
/** "αυ", "ευ" and "ηυ" before these, and at the end of a word, end in "f". */
const VOICELESS = /([αεη])υ(?=[θκξπσςτφχψ]|(?!\p{L}))/gu;

/** Two letters each, "_" for nothing. */
function pairs(text: string): Readonly<Record<string, string>> {
  const words = text.trim().split(/\s+/);
  const entries: [string, string][] = [];
  for (let i = 0; i + 1 < words.length; i += 2) {
    const latin = words[i + 1] ?? "";
    entries.push([words[i] ?? "", latin === "_" ? "" : latin]);
  }
  return Object.fromEntries(entries);
}

/** @param text lower case, composed; what is neither Cyrillic nor Greek stays */
export function romaniseAlphabet(text: string): string {
  return romaniseGreek(romaniseCyrillic(text));
}

function romaniseCyrillic(text: string): string {
  const own = SOUTH_SLAVIC_LETTERS.test(text) ? SOUTH_SLAVIC : undefined;
  return text.replace(/[\u0400-\u052f]/g, (letter) => own?.[letter] ?? CYRILLIC[letter] ?? letter);
}

function romaniseGreek(text: string): string {
  if (!/[\u0370-\u03ff]/.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(/\u0301/g, "")
    .normalize("NFC")
    .replace(/ϊ/g, "ι")
    .replace(/ϋ/g, "υ")
    .replace(VOICELESS, (_, vowel: string) => `${GREEK[vowel] ?? vowel}f`)
    .replace(GREEK_PAIR, (pair) => GREEK_PAIRS[pair] ?? pair)
    .replace(/[\u0370-\u03ff]/g, (letter) => GREEK[letter] ?? letter);
}
