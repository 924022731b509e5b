/** An Answer as it leaves over HTTP: nothing in it harms whoever shows it, and no list is endless. */
import type { Answer } from "../../../chat/answer/answer.js";
import { number } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import { harmless, harmlessLine } from "../../../chat/text.js";

/** The typed result holds everything; what is put into words is cut here, and says so. */
export const LIST_LIMIT = 100;

/** Ordinary letters, figures and punctuation: nothing to clean, which is true of nearly everything. */
const PLAIN = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026\u20ac]*$/;

export function present(answer: Answer, locale: Locale): Answer {
  const { title, text, fields, list, image, choices, prompt, footer } = answer;
  return {
    ...answer,
    title: title === undefined ? undefined : clean(title),
    text: text === undefined ? undefined : cleanText(text),
    fields: fields?.map(({ name, value }) => ({ name: clean(name), value: clean(value) })),
    list: list && cutList(list, locale),
    image: image === undefined ? undefined : clean(image),
    choices: choices?.map((choice) => ({ ...choice, label: clean(choice.label) })),
    prompt: prompt === undefined ? undefined : clean(prompt),
    footer: footer === undefined ? undefined : clean(footer),
  };
}

function clean(line: string): string {
  return PLAIN.test(line) ? line : harmlessLine(line);
}

function cleanText(text: string): string {
  return PLAIN.test(text) ? text : harmless(text);
}

function cutList(list: readonly string[], locale: Locale): readonly string[] {
  const shown = list.slice(0, LIST_LIMIT).map(clean);
  if (list.length <= LIST_LIMIT) return shown;
  const more = number(locale, list.length - LIST_LIMIT);
  return [...shown, say(locale, { es: `… y ${more} más`, en: `… and ${more} more` })];
}
