/** Hangul by the Revised Romanisation: syllables taken apart, with the sounds that neighbours change. */

const FIRST_SYLLABLE = 0xac00;
const VOWELS_A_LEAD = 21;
const ENDS_A_VOWEL = 28;

const LEADS = "g kk n d tt r m b pp s ss _ j jj ch k t p h".split(" ").map(silent);
const VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");

/** What closes a syllable: as it is heard at the end, and what goes over to a vowel that follows. */
const ENDS: readonly (readonly [heard: string, stays: string, carried: string])[] = [
  ["", "", ""],
  ["k", "", "g"],
  ["k", "", "kk"],
  ["k", "k", "s"],
  ["n", "", "n"],
  ["n", "n", "j"],
  ["n", "", "n"],
  ["t", "", "d"],
  ["l", "", "r"],
  ["k", "l", "g"],
  ["m", "l", "m"],
  ["l", "l", "b"],
  ["l", "l", "s"],
  ["l", "l", "t"],
  ["p", "l", "p"],
  ["l", "", "r"],
  ["m", "", "m"],
  ["p", "", "b"],
  ["p", "p", "s"],
  ["t", "", "s"],
  ["t", "", "ss"],
  ["ng", "ng", ""],
  ["t", "", "j"],
  ["t", "", "ch"],
  ["k", "", "k"],
  ["t", "", "t"],
  ["p", "", "p"],
  ["t", "", ""],
];

/** An end before a lead that changes it, or is changed by it. */
const ASSIMILATED: Readonly<Record<string, string>> = {
  kn: "ngn",
  km: "ngm",
  kr: "ngn",
  tn: "nn",
  tm: "nm",
  tr: "nn",
  pn: "mn",
  pm: "mm",
  pr: "mn",
  nr: "ll",
  lr: "ll",
  ln: "ll",
  mr: "mn",
  ngr: "ngn",
};
const SYLLABLES = /[\uac00-\ud7a3]+/g;

function silent(letter: string): string {
  return letter === "_" ? "" : letter;
}

interface Syllable {
  readonly lead: string;
  readonly vowel: string;
  readonly end: number;
}

function takenApart(syllable: string): Syllable {
  const code = syllable.charCodeAt(0) - FIRST_SYLLABLE;
  const open = Math.floor(code / ENDS_A_VOWEL);
  return {
    lead: LEADS[Math.floor(open / VOWELS_A_LEAD)] ?? "",
    vowel: VOWELS[open % VOWELS_A_LEAD] ?? "",
    end: code % ENDS_A_VOWEL,
  };
}

/** What stands between two vowels: the end of one syllable and the lead of the next. */
function between(end: number, lead: string): string {
  const [heard, stays, carried] = ENDS[end] ?? ["", "", ""];
  if (lead === "") return stays + carried;
  return ASSIMILATED[heard + lead] ?? heard + lead;
}

/** What is not Hangul stays. */
export function romaniseKorean(text: string): string {
  return text.replace(SYLLABLES, (word) => {
    const syllables = [...word].map(takenApart);
    return syllables
      .map(({ lead, vowel, end }, i) => {
        const next = syllables[i + 1];
        const close = next === undefined ? (ENDS[end]?.[0] ?? "") : between(end, next.lead);
        return (i === 0 ? lead : "") + vowel + close;
      })
      .join("");
  });
}
