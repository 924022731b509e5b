/**
 * What people shorten where they type: series ("hp y el cáliz de fuego", "lotr the two towers", "mi 4"), and
 * small words as in messages ("q paso ayer").
 */
import { foldForms } from "./fold.js";

const SERIES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    aot: ["attack on titan", "ataque a los titanes"],
    bttf: ["back to the future", "volver al futuro"],
    ca: ["captain america", "capitan america"],
    dbz: ["dragon ball z"],
    esdla: ["el senor de los anillos", "the lord of the rings"],
    epdls: ["el planeta de los simios"],
    fnaf: ["five nights at freddys"],
    fotr: ["the fellowship of the ring"],
    gits: ["ghost in the shell"],
    gotg: ["guardians of the galaxy", "guardianes de la galaxia"],
    gdlg: ["guardianes de la galaxia"],
    gwtw: ["gone with the wind"],
    hp: ["harry potter"],
    hsm: ["high school musical"],
    httyd: ["how to train your dragon"],
    jp: ["jurassic park", "parque jurasico"],
    jw: ["jurassic world", "john wick"],
    ljdh: ["los juegos del hambre"],
    lotr: ["the lord of the rings", "el senor de los anillos"],
    mi: ["mission impossible", "mision imposible"],
    mib: ["men in black", "hombres de negro"],
    notld: ["night of the living dead"],
    pdc: ["piratas del caribe"],
    pdls: ["planeta de los simios"],
    pota: ["planet of the apes"],
    potc: ["pirates of the caribbean"],
    rotk: ["the return of the king"],
    rotj: ["return of the jedi"],
    st: ["star trek"],
    sm: ["spider man"],
    sw: ["star wars"],
    t1: ["terminator"],
    t2: ["terminator 2"],
    t3: ["terminator 3"],
    tdk: ["the dark knight"],
    tftf: ["the fast and the furious"],
    thg: ["the hunger games"],
    tmnt: ["teenage mutant ninja turtles", "tortugas ninja"],
    ts: ["toy story"],
    ttt: ["the two towers"],
    wotw: ["war of the worlds"],
    ww: ["wonder woman"],
    vaf: ["volver al futuro"],
    raf: ["regreso al futuro"],
  }),
);

/** With the number written to it: "mi4", "hp7 parte 2", "esdla3". */
const GLUED = /^([a-z]+)(\d{1,2})(?![a-z\d])/;
const SHORTEST_ALONE = 4;

/** Small words as in messages. */
const SHORT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({ q: "que", k: "que", d: "de", dl: "del", xa: "para" }),
);

/** A folded text with its abbreviations written out, in each way they may be. */
export function writtenOut(folded: string): string[] {
  return [...seriesWrittenOut(folded), ...shortWordsWrittenOut(folded)];
}

function seriesWrittenOut(folded: string): string[] {
  const begin = (text: string) => text.split(" ", 1)[0] ?? "";
  const text = SERIES.has(begin(folded)) ? folded : folded.replace(GLUED, "$1 $2");
  const short = begin(text);
  const names = SERIES.get(short);
  // On their own short ones are initials or somebody's title.
  if (names === undefined || (text === short && short.length < SHORTEST_ALONE)) return [];
  return names.map((name) => foldForms(name + text.slice(short.length)));
}

function shortWordsWrittenOut(folded: string): string[] {
  const words = folded.split(" ");
  if (words.length < 2 || !words.some((word) => SHORT_WORDS.has(word))) return [];
  return [words.map((word) => SHORT_WORDS.get(word) ?? word).join(" ")];
}

/** The series that a folded text is the abbreviation of, in each way it may be called. */
export function abbreviatedSeries(folded: string): readonly string[] {
  return SERIES.get(folded) ?? [];
}
