/** Which language somebody is answered in, and the settings in which they choose it. */
import { z } from "zod";
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Answer } from "../../src/chat/answer/schema.js";
import { defineAction } from "../../src/chat/command/action.js";
import type { Context } from "../../src/chat/contract.js";
import { UserError } from "../../src/chat/errors/errors.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { Language, Words } from "../../src/words.js";

/** Every language in its own words. */
const NAMES: Readonly<Record<Language, string>> = { es: "Español", en: "English" };

/** What is chosen by who chooses no language in particular: that of their client. */
const AUTOMATIC = "auto";

/** Shows the settings; with a language, chooses that one first. */
export const language = defineAction({
  name: "language",
  state: z.strictObject({ language: z.enum(["es", "en", AUTOMATIC]).optional() }),
  async run(context, { language: chosen }): Promise<Reply> {
    if (chosen === undefined) return settings(context);
    const { asker, ports } = context;
    if (asker === undefined) throw new UserError("not_allowed", NOBODY);
    const choice = chosen === AUTOMATIC ? undefined : chosen;
    await ports.languages.set(asker.id, choice, context.now);
    return settings({ ...context, locale: localeOf(context, choice) }, SAVED);
  },
});

function settings(context: Context, note?: Words): Reply {
  const answer = languageSettings(context);
  const { locale } = context;
  return {
    status: "ok",
    result: { language: choiceOf(context) ?? null },
    answer: note === undefined ? answer : { ...answer, footer: say(locale, note) },
  };
}

/** The settings of whoever asks, with a button for each language: what holds now is marked. */
export function languageSettings(context: Pick<Context, "locale" | "asker" | "place" | "ports">): Answer {
  const { locale, place } = context;
  const choice = choiceOf(context);
  const languages = (["es", "en"] as const).map((one) =>
    language.button(NAMES[one], { language: one }, one === choice),
  );
  const automatic = language.button(
    say(locale, asClient(place?.platform)),
    { language: AUTOMATIC },
    choice === undefined,
  );
  return {
    kind: "help",
    title: say(locale, TITLE),
    text: say(locale, TEXT),
    actions: [...languages, automatic],
  };
}

function choiceOf({ asker, ports }: Pick<Context, "asker" | "ports">): Language | undefined {
  return asker && ports.languages.get(asker.id);
}

/** How somebody is answered from now on. */
function localeOf({ locale, clientLocale = locale }: Context, choice: Language | undefined): Locale {
  if (choice === undefined || choice === clientLocale.language) return clientLocale;
  return choice === locale.language ? locale : { language: choice, tag: choice };
}

const TITLE: Words = { es: "Ajustes", en: "Settings" };

const TEXT: Words = {
  es: "¿En qué idioma te respondo? Solo vale para ti.",
  en: "Which language shall I answer in? It counts for you alone.",
};

const SAVED: Words = { es: "Guardado", en: "Saved" };

const NOBODY: Words = {
  es: "No sé quién eres: tu idioma es el de tu aplicación.",
  en: "I don't know who you are: your language is that of your app.",
};

/** A platform's name is a proper name: "telegram" is Telegram. */
function asClient(platform: string | undefined): Words {
  if (platform === undefined) return { es: "Como mi aplicación", en: "As my app" };
  const name = platform.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return { es: `Como mi ${name}`, en: `As my ${name}` };
}
