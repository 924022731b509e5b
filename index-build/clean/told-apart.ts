/** What tells franchises of one name apart, in Spanish. */

const IN_BRACKETS: readonly (readonly [english: RegExp, spanish: string])[] = [
  [/\((?:Reboot|Remake)\)$/u, "(nueva versión)"],
  [/\((?:Animated|Animation)\)$/u, "(animación)"],
  [/\(Live-Action\)$/u, "(imagen real)"],
  [/\(Original(?: Series)?\)$/u, "(original)"],
  [/\(TV Movies?\)$/u, "(telefilmes)"],
  [/\((\d{4}|.+?) Series\)$/iu, "($1)"],
];

/** "The Flintstones (Live-Action) Collection" is "The Flintstones (imagen real)"; undefined where nothing is in brackets. */
export function toldApartInSpanish(name: string): string | undefined {
  const plain = name.replace(/ Collection$/u, "").replace(/ Collection(?= \([^()]+\)$)/u, "");
  const told = IN_BRACKETS.reduce((text, [english, spanish]) => text.replace(english, spanish), plain);
  return told === plain ? undefined : told;
}
