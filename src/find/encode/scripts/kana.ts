/** Japanese kana by the Hepburn rules, long vowels written short: that is how most people type them. */

const HIRAGANA = syllables(`
  あ a い i う u え e お o か ka き ki く ku け ke こ ko が ga ぎ gi ぐ gu げ ge ご go さ sa し shi す su せ se そ so
  ざ za じ ji ず zu ぜ ze ぞ zo た ta ち chi つ tsu て te と to だ da ぢ ji づ zu で de ど do な na に ni ぬ nu ね ne
  の no は ha ひ hi ふ fu へ he ほ ho ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ま ma み mi む mu
  め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa ゐ i ゑ e を o ん n ゔ vu
  ぁ a ぃ i ぅ u ぇ e ぉ o ゃ ya ゅ yu ょ yo ゎ wa
`);
const KATAKANA = /[\u30a1-\u30f6]/g;
/** Katakana stand in the same order, so far behind hiragana. */
const KATAKANA_OFFSET = 0x60;
/** A small letter takes the place of the vowel before it: "きゃ" kya, "しゃ" sha, "ファ" fa. */
const SMALL_Y = /([きぎしじちぢにひびぴみり])([ゃゅょ])/g;
const SMALL_VOWEL = /([ふてでちしじつゔうと])([ぁぃぅぇぉ])/g;
const HUSHED = /(?:sh|ch|j)$/;
const DOUBLED = /っ([a-z])/g;

function syllables(text: string): Readonly<Record<string, string>> {
  const words = text.trim().split(/\s+/);
  return Object.fromEntries(words.flatMap((kana, i) => (i % 2 === 0 ? [[kana, words[i + 1] ?? ""]] : [])));
}

/** What is not kana stays. */
export function romaniseKana(text: string): string {
  if (!/[\u3041-\u30ff]/.test(text)) return text;
  return text
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_OFFSET))
    .replace(SMALL_Y, (_, kana: string, small: string) => {
      const consonant = withoutVowel(kana);
      return consonant + (HUSHED.test(consonant) ? (HIRAGANA[small] ?? "").slice(1) : HIRAGANA[small]);
    })
    .replace(SMALL_VOWEL, (_, kana: string, small: string) =>
      kana === "う" ? `w${HIRAGANA[small]}` : withoutVowel(kana) + HIRAGANA[small],
    )
    .replace(/[\u3041-\u3096]/g, (kana) => (kana === "っ" ? kana : (HIRAGANA[kana] ?? kana)))
    .replace(DOUBLED, "$1$1")
    .replace(/[ー・っ]/g, (sign) => (sign === "・" ? " " : ""))
    .replace(/ou|oo/g, "o")
    .replace(/uu/g, "u");
}

function withoutVowel(kana: string): string {
  return (HIRAGANA[kana] ?? "").replace(/[aiueo]$/, "");
}
