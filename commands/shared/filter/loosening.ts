/** Where filters leave nothing: which of them to drop, and what is left without. */
import type { Choice, OptionValues } from "../../../src/chat/answer/schema.js";
import type { Context } from "../../../src/chat/contract.js";
import { list, number } from "../../../src/chat/format.js";
import { say } from "../../../src/chat/locale.js";
import { quoted } from "../../../src/chat/text.js";
import type { Loosening } from "../../../src/select/loosen.js";
import type { Words } from "../../../src/words.js";
import { optionName } from "../option-name.js";
import type { Asked } from "./meaning.js";
import { noneAsked } from "./words.js";

/** More ways than these are no help. */
const MOST_WAYS = 5;

/**
 * @param ways to loosen what is asked, best first: what is dropped, as places in `asked`
 * @param which films these are of which none is left, where it is not any: "como «Alien»"
 */
export function loosening(
  context: Context,
  asked: readonly Asked[],
  loosenings: readonly Loosening[],
  which: Words = { es: "", en: "" },
): { readonly text: string; readonly choices: readonly Choice[] } {
  const { locale } = context;
  const ways = loosenings.slice(0, MOST_WAYS);
  const choices = ways.map(({ dropped, total }): Choice => {
    const without = dropped.flatMap((place) => asked[place] ?? []);
    const count = number(locale, total);
    const names = without.map((one) => nameOf(context, asked, one));
    const es = list(
      { language: "es", tag: "es" },
      names.map(({ es }) => es),
    ).replace(/ [ye] /u, " ni ");
    const en = list(
      { language: "en", tag: "en" },
      names.map(({ en }) => en),
    ).replace(/,? and /u, " or ");
    return {
      label: say(locale, { es: `Sin ${es} (${count})`, en: `Without ${en} (${count})` }),
      command: context.asked.command,
      options: optionsWithout(context.asked.options, without),
    };
  });
  const hint = hintFor(choices.length, ways[0]?.dropped.length ?? 0);
  const none = noneAsked(context, asked, { sourced: true, subject: say(locale, which) });
  const text = say(locale, { es: `No hay ${none}. ${hint.es}`, en: `There is ${none}. ${hint.en}` });
  return { text, choices };
}

function hintFor(ways: number, together: number): Words {
  if (ways === 0) return { es: "Quita alguno de los filtros.", en: "Drop some of the filters." };
  return together > 1
    ? { es: "Quita varios filtros a la vez:", en: "Drop several filters at once:" }
    : { es: "Quita uno de los filtros:", en: "Drop one of the filters:" };
}

/** Of a list with several values, the value; otherwise the option. */
export function nameOf(context: Context, asked: readonly Asked[], { option, label }: Asked): Words {
  const isOneOfSeveral = asked.filter((other) => other.option === option).length > 1;
  return isOneOfSeveral ? quoted(label) : optionName(context, option);
}

/** The same question without some of what it asks for, from its first page. */
export function optionsWithout(options: OptionValues, dropped: readonly Asked[]): OptionValues {
  const entries = Object.entries(options).flatMap(([name, value]) => {
    const own = dropped.filter(({ option }) => option === name);
    if (name === "pagina") return [];
    if (own.length === 0) return [[name, value] as const];
    if (!Array.isArray(value)) return [];
    const left = value.filter((_, at) => own.every((one) => one.at !== at));
    return left.length > 0 ? [[name, left] as const] : [];
  });
  return Object.fromEntries(entries);
}
