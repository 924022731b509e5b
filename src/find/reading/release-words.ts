/** The words by which files of films are marked: how they were made, in what language, in which version. */

/** How a film's file, or that of its subtitles, ends. */
export const EXTENSION =
  /\.(?:mkv|avi|mp4|m4v|mov|wmv|mpe?g|m2?ts|flv|webm|iso|srt|sub|divx|rmvb|ogm|vob)\s*$/i;

/** No title has one of these: they tell a file's name by one look. */
const TELLING = [
  "(?<![\\p{L}\\p{N}])(?:(?:480|540|576|720|1080|2160)[pi]|blu-?ray|(?:bd|br|dvd|hd|web)-?rip|web-?dl|bdremux|" +
    "micro-?hd|[xh]\\.?26[456]|xvid|divx|hevc|dvdscr|hdtv)(?![\\p{L}\\p{N}])",
  "[[({](?:castellano|latino|spanish|español|dual|dvd|imdb-?|tmdb)",
];
export const MARKED = new RegExp([EXTENSION.source, ...TELLING].join("|"), "iu");

/** These stand in file names and hardly anywhere else. */
const TECHNICAL = [
  "\\d{3,4}[pi]",
  "[48]k|uhd|hdr(?:10)?|sdr|hd",
  "blu-?ray|bd-?rip|br-?rip|bdremux|bd\\d{0,2}|remux|m-?hd|micro-?hd",
  "dvd(?:-?(?:rip|scr|r|5|9|full|screener))?|web(?:-?(?:dl|rip|cap))?(?:-?\\d{3,4}p)?|hd-?(?:rip|tv|cam|ts)|tv-?rip",
  "screener|ts-?screener|cam-?rip|vhs-?rip|ppv-?rip|pdtv|dsr|hdtc|vod-?rip|amzn|nf|dsnp|hmax|atvp|hulu",
  "[xh] ?\\.?26[456]|hevc|avc|xvid|divx|av1|vc-?1|mpeg-?[24]|10-?bits?|8-?bits?",
  "aac(?:\\d|$).*|e?ac-?3(?:-.+)?|eac3|ddp?(?:[+]|\\d).*|dts(?:-.*)?|truehd|atmos|flac|mp3|5[ .]1|7[ .]1|2[ .]0",
  "yify|yts|rarbg|evo|fgt|mkvcage|ettv|galaxyrg|tigole|qxr|psa|etrg|sparks|[\\d.]+[mg]b",
].join("|");

/** These are words too, and mark a file only behind its title. */
const LANGUAGES =
  "spanish|english|castellano|español|espanol|latino|lat|esp|spa|eng|ita|italian|french|vff|german|japanese|" +
  "korean|hindi|dual|multi|trial|vose|vos|vo|sub(?:s|bed|titulad[ao]s?|titles?)?|dubbed|doblad[ao]|audio";
const EDITIONS =
  "extended|redux|uncut|unrated|uncensored|theatrical|remastered|remasterizad[ao]|restored|restaurad[ao]|" +
  "director'?s|cut|final|edition|edicion|edición|version|versión|extendida|montaje|special|especial|" +
  "anniversary|aniversario|criterion|collection|imax|open|matte|3d|h-?sbs|sbs|proper|repack|rerip|internal|" +
  "limited|retail|hc|hardcoded|complete|completa|cd ?\\d|disc ?\\d|dvd ?\\d|part ?\\d|pt ?\\d|parte ?\\d";

const whole = (words: string) => new RegExp(`^(?:${words})$`, "iu");

/** A word that ends what may be the title. */
export const TECHNICAL_WORD = whole(TECHNICAL);
/** A word that may stand behind the title, before or between those. */
export const VERSION_WORD = whole(`${LANGUAGES}|${EDITIONS}|del|director|de|la|en|y|and|the`);
const VERSION_MARK = whole(`${LANGUAGES}|${EDITIONS}`);

/** Whether a word in brackets says what file this is, so that the brackets are no part of the title. */
export function isMark(word: string): boolean {
  return TECHNICAL_WORD.test(word) || VERSION_MARK.test(word);
}
