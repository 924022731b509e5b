/**
 * Text of one byte a letter: Windows-1252, which spreadsheets in Spain and Latin America write, or another of those that
 * people still have. Which one, the words tell: accents stand where they stand in words of Europe's languages.
 */
import { windows1252 } from "./encoding.js";

export interface LegacyEncoding {
  /** As people call it. */
  readonly name: string;
  readonly decode: (bytes: Buffer) => string;
}

/** 0x80 to 0xFF as MS-DOS has them in Western Europe, which Node's decoders do not know. */
const CP_850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

const WINDOWS_1252: LegacyEncoding = { name: "Windows-1252", decode: windows1252 };

/** In the order in which they are believed. */
const ENCODINGS: readonly LegacyEncoding[] = [
  WINDOWS_1252,
  of("ISO-8859-15", "iso-8859-15"),
  of("Mac OS Roman", "macintosh"),
  {
    name: "MS-DOS (850)",
    decode: (bytes) =>
      bytes.toString("latin1").replace(/[\x80-\xff]/gu, (char) => CP_850.charAt(char.charCodeAt(0) - 0x80)),
  },
  of("Windows-1250", "windows-1250"),
  of("ISO-8859-2", "iso-8859-2"),
  of("Windows-1251", "windows-1251"),
];

function of(name: string, label: string): LegacyEncoding {
  const decoder = new TextDecoder(label);
  return { name, decode: (bytes) => decoder.decode(bytes) };
}

/** Letters of films' titles and of names, by how often they occur; others that are letters count little. */
const COMMON = "áéíóúñüöäçàâêôãëïîßèåÁÉÍÓÚÑÜÖÄÇÀÂÊÔÅÈščžřěůýłśżąęćńőűţşŠČŽŘŁŚŻ";
const RARE = "ìùòûõÿøæØÆ";
/** Stands between letters of one word. */
const WITHIN_WORDS = "’'-·";
const LETTER = /\p{L}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const CONTROL = /[\x80-\x9f\ufffd]/u;
const AROUND_WORDS = /[^\p{L}\p{N}]/u;

/** How much likelier another encoding must be than the first one, for each letter that it reads otherwise. */
const MARGIN = 0.1;

/** @param bytes text that is no UTF-8 */
export function legacyEncodingOf(bytes: Buffer): LegacyEncoding {
  const usual = WINDOWS_1252.decode(bytes);
  let best = WINDOWS_1252;
  let most = likelihoodOf(usual);
  for (const encoding of ENCODINGS) {
    const text = encoding.decode(bytes);
    const score = likelihoodOf(text) - (text === usual ? 0 : MARGIN * differences(text, usual));
    if (score <= most) continue;
    best = encoding;
    most = score;
  }
  return best;
}

/** Of two texts of one length. */
function differences(text: string, other: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== other.charCodeAt(at)) count += 1;
  return count;
}

function likelihoodOf(text: string): number {
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char < "\x80") continue;
    score += likelihoodOfLetter(char, text.charAt(at - 1), text.charAt(at + 1));
  }
  return score;
}

function likelihoodOfLetter(char: string, before: string, after: string): number {
  if (CONTROL.test(char)) return -10;
  const follows = LETTER.test(before);
  const precedes = LETTER.test(after);
  if (!LETTER.test(char)) {
    if (WITHIN_WORDS.includes(char)) return 0.5;
    return follows && precedes ? -4 : follows || precedes ? -0.2 : 0;
  }
  if (CYRILLIC.test(char)) {
    const isAlone = [before, after].every((one) => one === "" || AROUND_WORDS.test(one));
    const isMixed = [before, after].some((one) => LETTER.test(one) && one < "\x80");
    return isMixed ? -3 : isAlone ? 0 : 1;
  }
  // A capital within a word, and accents side by side.
  const isCapital = char !== char.toLowerCase();
  if (isCapital && follows && before === before.toLowerCase()) return -2;
  if (before >= "\x80" && follows && !CYRILLIC.test(before)) return -1;
  const crowded =
    follows && precedes && isVowel(before) === isVowel(char) && isVowel(after) === isVowel(char);
  const common = COMMON.includes(char) ? 1 : RARE.includes(char) ? 0.5 : 0.05;
  // Three vowels or three consonants in a row are seldom: "Jřrgen".
  return crowded ? common - 0.6 : common;
}

function isVowel(letter: string): boolean {
  return /^[aeiouyøæœ]/iu.test(letter.normalize("NFD"));
}
