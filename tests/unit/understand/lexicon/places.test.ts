/** How people say countries, languages and platforms: each that is listed in a sentence. */
import { describe, expect, it } from "vitest";
import {
  AMBIGUOUS_PLATFORMS,
  COUNTRY_NICKNAMES,
  LANGUAGES,
  NATIONALITIES,
  PLATFORMS,
} from "../../../../src/understand/lexicon/filters/places.js";
import { meanings } from "../two-films.js";

type Said = Readonly<Record<string, readonly string[]>>;

const COUNTRIES: Said = {
  AR: ["pelis argentinas"],
  AT: ["cine austriaco"],
  AU: ["aussie movies"],
  BE: ["cine belga"],
  BO: ["pelis bolivianas"],
  BR: ["pelis brasileñas", "cine brasilero"],
  CA: ["canadian movies"],
  CH: ["cine suizo"],
  CL: ["pelis chilenas"],
  CN: ["chinese movies"],
  CO: ["una peli colombiana"],
  CR: ["una peli tica"],
  CU: ["cine cubano"],
  CZ: ["cine checo", "pelis de la República Checa"],
  DE: ["german films"],
  DK: ["una danesa"],
  DO: ["pelis dominicanas"],
  DZ: ["cine argelino"],
  EC: ["pelis ecuatorianas"],
  EG: ["cine egipcio"],
  ES: ["comedias españolas", "cine español"],
  FI: ["cine finlandés"],
  FR: ["cine francés", "pelis gabachas"],
  GB: ["british movies", "pelis de Inglaterra"],
  GR: ["cine griego"],
  GT: ["pelis guatemaltecas"],
  HK: ["cine hongkonés"],
  HN: ["pelis hondureñas"],
  HU: ["cine húngaro"],
  ID: ["cine indonesio"],
  IE: ["irish movies"],
  IL: ["cine israelí"],
  IN: ["bollywood", "pelis hindúes"],
  IR: ["cine iraní"],
  IS: ["cine islandés"],
  IT: ["pelis italianas"],
  JP: ["cine japonés", "cine nipón"],
  KR: ["un thriller coreano", "pelis de Corea"],
  LB: ["cine libanés"],
  MA: ["cine marroquí"],
  MX: ["pelis mexicanas", "cine de Méjico"],
  NG: ["cine nigeriano"],
  NI: ["pelis nicaragüenses"],
  NL: ["dutch movies", "cine de Holanda"],
  NO: ["cine noruego"],
  NZ: ["cine neozelandés"],
  PA: ["pelis panameñas"],
  PE: ["pelis peruanas"],
  PH: ["cine filipino"],
  PL: ["cine polaco"],
  PR: ["pelis boricuas"],
  PS: ["cine palestino"],
  PT: ["cine portugués"],
  PY: ["pelis paraguayas"],
  RO: ["cine rumano"],
  RS: ["cine serbio"],
  RU: ["cine soviético"],
  SE: ["swedish films"],
  SV: ["pelis salvadoreñas"],
  TH: ["cine tailandés"],
  TR: ["pelis turcas"],
  TW: ["cine taiwanés"],
  UA: ["cine ucraniano"],
  US: ["pelis gringas", "pelis de Estados Unidos", "hollywood"],
  UY: ["cine uruguayo"],
  VE: ["pelis venezolanas"],
  VN: ["cine vietnamita"],
  ZA: ["cine sudafricano"],
  AE: ["cine emirati"],
  AF: ["cine afgano"],
  AL: ["cine albanes"],
  AM: ["cine armenio"],
  AO: ["cine angoleño"],
  AZ: ["cine azerbaiyano"],
  BA: ["cine bosnio"],
  BD: ["cine bangladesi"],
  BF: ["cine burkines"],
  BG: ["cine bulgaro"],
  BW: ["cine botsuano"],
  BY: ["cine bielorruso"],
  CD: ["cine congoleño"],
  CI: ["cine marfileño"],
  CM: ["cine camerunes"],
  CY: ["cine chipriota"],
  EE: ["cine estonio"],
  ET: ["cine etiope"],
  GE: ["cine georgiano"],
  GH: ["cine ghanes"],
  HR: ["cine croata"],
  HT: ["cine haitiano"],
  IQ: ["cine iraqui"],
  JM: ["cine jamaicano"],
  KE: ["cine keniata"],
  KG: ["cine kirguis"],
  KH: ["cine camboyano"],
  KP: ["cine norcoreano"],
  KZ: ["cine kazajo"],
  LA: ["cine laosiano"],
  LT: ["cine lituano"],
  LU: ["cine luxemburgues"],
  LV: ["cine leton"],
  LY: ["cine libio"],
  MD: ["cine moldavo"],
  ME: ["cine montenegrino"],
  MG: ["cine malgache"],
  MK: ["cine macedonio"],
  ML: ["cine maliense"],
  MN: ["cine mongol"],
  MT: ["cine maltes"],
  MY: ["cine malasio"],
  MZ: ["cine mozambiqueño"],
  NA: ["cine namibio"],
  NP: ["cine nepali"],
  PK: ["cine pakistani"],
  QA: ["cine catari"],
  RW: ["cine ruandes"],
  SA: ["cine saudi"],
  SG: ["cine singapurense"],
  SI: ["cine esloveno"],
  SK: ["cine eslovaco"],
  SN: ["cine senegales"],
  SO: ["cine somali"],
  SY: ["cine sirio"],
  TN: ["cine tunecino"],
  TT: ["cine trinitense"],
  TZ: ["cine tanzano"],
  UG: ["cine ugandes"],
  UZ: ["cine uzbeko"],
  ZW: ["cine zimbabuense"],
};

const SPOKEN_IN: Said = {
  ar: ["pelis en árabe"],
  ca: ["en catalán"],
  cn: ["en cantonés"],
  da: ["en danés"],
  de: ["in German"],
  el: ["en griego"],
  en: ["habladas en inglés"],
  es: ["en castellano", "spanish language films", "que hablen en español"],
  eu: ["en euskera"],
  fa: ["in Farsi"],
  fi: ["en finlandés"],
  fr: ["in French", "french speaking"],
  gl: ["en gallego"],
  he: ["en hebreo"],
  hi: ["en hindi"],
  hu: ["en húngaro"],
  is: ["en islandés"],
  it: ["en idioma italiano"],
  ja: ["vo en japonés"],
  ko: ["en coreano"],
  nl: ["en holandés"],
  no: ["en noruego"],
  pl: ["en polaco"],
  pt: ["en portugués"],
  qu: ["en quechua"],
  gn: ["en guaraní"],
  ro: ["en rumano"],
  ru: ["en ruso"],
  sr: ["en serbio"],
  sv: ["en sueco"],
  th: ["en tailandés"],
  tr: ["en turco"],
  zh: ["en chino mandarín"],
  la: ["pelis en latin"],
  cs: ["pelis en checo"],
  ur: ["pelis en urdu"],
  vi: ["pelis en vietnamita"],
  uk: ["pelis en ucraniano"],
  ga: ["pelis en irlandes"],
  cy: ["pelis en gales"],
  af: ["pelis en afrikaans"],
  ta: ["pelis en tamil"],
  te: ["pelis en telugu"],
  ml: ["pelis en malayalam"],
  bn: ["pelis en bengali"],
  pa: ["pelis en panyabi"],
  mr: ["pelis en marathi"],
  kn: ["pelis en canares"],
  sq: ["pelis en albanes"],
  bg: ["pelis en bulgaro"],
  hr: ["pelis en croata"],
  sk: ["pelis en eslovaco"],
  sl: ["pelis en esloveno"],
  et: ["pelis en estonio"],
  lv: ["pelis en leton"],
  lt: ["pelis en lituano"],
  ka: ["pelis en georgiano"],
  hy: ["pelis en armenio"],
  eo: ["pelis en esperanto"],
  yi: ["pelis en yidis"],
  id: ["pelis en indonesio"],
  ms: ["pelis en malayo"],
  tl: ["pelis en tagalo"],
  sw: ["pelis en suajili"],
  ku: ["pelis en kurdo"],
  kk: ["pelis en kazajo"],
  mn: ["pelis en mongol"],
  bs: ["pelis en bosnio"],
  mk: ["pelis en macedonio"],
  ne: ["pelis en nepali"],
  si: ["pelis en cingales"],
  km: ["pelis en jemer"],
  am: ["pelis en amarico"],
  bo: ["pelis en tibetano"],
  zu: ["pelis en zulu"],
  wo: ["pelis en wolof"],
  ay: ["pelis en aymara"],
  be: ["pelis en bielorruso"],
  ps: ["pelis en pastun"],
};

const WATCHED_ON: Said = {
  netflix: ["pelis en netflix", "la N roja"],
  amazon: ["en prime video", "on Amazon Prime"],
  disney: ["en Disney+", "en disney"],
  hulu: ["on hulu"],
};

function* rows(table: Said): Generator<readonly [sentence: string, code: string]> {
  for (const [code, sentences] of Object.entries(table))
    for (const sentence of sentences) yield [sentence, code];
}

describe("countries", () => {
  it.each([...rows(COUNTRIES)])("“%s” is of %s", (sentence, code) => {
    expect(meanings(sentence)).toContainEqual({ kind: "country", code });
  });

  it("have a sentence each", () => {
    expect(Object.keys(COUNTRIES).sort()).toEqual(Object.keys(NATIONALITIES).sort());
    expect(Object.keys(NATIONALITIES)).toEqual(expect.arrayContaining(Object.keys(COUNTRY_NICKNAMES)));
  });
});

describe("languages", () => {
  it.each([...rows(SPOKEN_IN)])("“%s” is in %s", (sentence, code) => {
    expect(meanings(sentence)).toContainEqual({ kind: "language", code });
  });

  it("have a sentence each", () => {
    expect(Object.keys(SPOKEN_IN).sort()).toEqual(Object.keys(LANGUAGES).sort());
  });

  it("are countries where nothing says that they are spoken", () => {
    expect(meanings("cine coreano")).not.toContainEqual({ kind: "language", code: "ko" });
  });
});

describe("platforms", () => {
  it.each([...rows(WATCHED_ON)])("“%s” is %s", (sentence, id) => {
    expect(meanings(sentence)).toContainEqual({ kind: "platform", id });
  });

  it("have a sentence each", () => {
    const listed = new Set([...Object.keys(PLATFORMS), ...Object.keys(AMBIGUOUS_PLATFORMS)]);
    expect(new Set(Object.keys(WATCHED_ON))).toEqual(listed);
  });

  it("are none where a word is likelier a company", () => {
    expect(meanings("pelis de disney")).not.toContainEqual({ kind: "platform", id: "disney" });
  });
});
