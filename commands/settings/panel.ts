/** What holds where a moderator asks, and each setting by itself, with buttons to change it. */
import { mention } from "../../src/chat/answer/rich-text.js";
import type { Action, Answer } from "../../src/chat/answer/schema.js";
import type { Place } from "../../src/chat/asking.js";
import type { Context } from "../../src/chat/contract.js";
import { number } from "../../src/chat/format.js";
import { communityOf, storeOf } from "../../src/chat/kept.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Declaration, type Level, NEVER } from "../../src/settings/declaration.js";
import { DECLARED, type SettingKey, type Settings } from "../../src/settings/declared.js";
import { levelOf, type Resolved, resolved } from "../../src/settings/resolve.js";
import type { CommunitySettings } from "../../src/store/port.js";
import type { Words } from "../../src/words.js";
import { language } from "../actions/language.js";
import { zoneName } from "../night/words/times.js";
import { historyButton, setButton, showButton } from "./buttons.js";
import { levelName, levelsFor, levelsOf, offered, scopeAt } from "./place.js";
import { capital, nameOf, originOf, shownHere } from "./words.js";

/** Commands that are off and have a button to switch them on. */
const MOST_OFF = 15;

/** What a place's community has set, as it stands in the store now. */
export interface Standing {
  readonly place: Place;
  readonly stored: CommunitySettings["values"];
  /** What holds at a level of the place. */
  at(level: Level): Resolved;
}

/** @throws UserError where nothing is kept; StoreUnavailable where it cannot be reached now */
export async function standingOf(context: Context, place: Place): Promise<Standing> {
  const { settings } = await storeOf(context);
  const { values } = await settings.all(communityOf(place));
  const operators = context.operatorSettings;
  return {
    place,
    stored: values,
    at: (level) => resolved(values, scopeAt(place, level), operators),
  };
}

/**
 * All of them, with what holds here and where it comes from.
 * @param told what a moderator has to know first, a paragraph each
 */
export function panel({ locale }: Context, standing: Standing, told: readonly string[] = []): Answer {
  const { place } = standing;
  const keys = offered(place);
  const { settings, from } = standing.at(levelsOf(place).at(-1) ?? "community");
  const lines = keys.map((key) => ({
    head: `${nameOf(locale, key)}: ${shownHere(locale, key, settings)}`,
    details: [
      say(
        locale,
        originOf(from[key], (level) => levelName(place, level)),
      ),
    ],
  }));
  return {
    kind: "help",
    title: say(locale, TITLE),
    text: [...told, say(locale, HOLDS)].join("\n\n"),
    list: { lines },
    prompt: [
      say(locale, CHANGE),
      mention("ajustes", `${DECLARED.minimumVotes.typed[locale.language][0]} 500`),
    ],
    actions: [
      ...keys.map((key) => showButton(nameOf(locale, key), key)),
      historyButton(say(locale, HISTORY_LABEL)),
      language.button(say(locale, OWN_LANGUAGE), {}),
    ],
  };
}

/** One of them, at a level. */
export function settingPanel(
  { locale, commands }: Pick<Context, "locale" | "commands">,
  standing: Standing,
  key: SettingKey,
  level: Level,
  note?: Words,
): Answer {
  const { place, stored } = standing;
  const { help }: Declaration = DECLARED[key];
  const { settings, from } = standing.at(level);
  const levels = levelsFor(place, key);
  const isSetThere = stored.some(
    (one) => one.key === key && levelOf(one.scope) === level && sameScope(one.scope, scopeAt(place, level)),
  );
  return {
    kind: "help",
    title: nameOf(locale, key),
    text: say(locale, help),
    fields: [
      {
        name: capital(say(locale, forLevel(levelName(place, level)))),
        value: `${shownHere(locale, key, settings)} (${say(
          locale,
          originOf(from[key], (one) => levelName(place, one)),
        )})`,
      },
    ],
    prompt: typedHint(locale, key),
    actions: [
      ...valueButtons({ locale, commands }, { key, level, settings }),
      ...(isSetThere ? [setButton(say(locale, CLEAR), { of: key, at: level })] : []),
      ...(levels.length > 1
        ? levels.map((one) =>
            showButton(capital(say(locale, forLevel(levelName(place, one)))), key, one, one === level),
          )
        : []),
      showButton(say(locale, BACK)),
    ],
    ...(note === undefined ? {} : { footer: say(locale, note) }),
  };
}

interface At {
  readonly key: SettingKey;
  readonly level: Level;
  /** What holds there. */
  readonly settings: Settings;
}

/** A button for each value that has one. */
function valueButtons(
  { locale, commands }: Pick<Context, "locale" | "commands">,
  { key, level, settings }: At,
): readonly Action[] {
  const { form }: Declaration = DECLARED[key];
  const value = settings[key];
  const button = (label: string, to: string, isSet: boolean) =>
    setButton(label, { of: key, at: level, to }, isSet);
  switch (form.kind) {
    case "choice":
      return form.options.map((one) =>
        button(capital(say(locale, one.words)), one.value, one.value === value),
      );
    case "amount":
      return form.presets.map((preset) => {
        const label = preset === 0 ? capital(say(locale, form.none)) : number(locale, preset);
        return button(label, String(preset), preset === value);
      });
    case "hour":
      return [
        ...form.presets.map((preset) => button(preset, preset, preset === value)),
        button(say(locale, NOT_POSTED), NEVER, value === NEVER),
      ];
    case "zone":
      return form.presets.map((preset) =>
        button(zoneName(preset, locale.language), preset, preset === value),
      );
    case "commands": {
      const known = new Set(commands.map(({ name }) => name));
      return settings.commandsOff
        .filter((name) => known.has(name))
        .slice(0, MOST_OFF)
        .map((name) => setButton(`+ ${name}`, { of: key, at: level, to: `+${name}` }));
    }
  }
}

function typedHint(locale: Locale, key: SettingKey) {
  const { form, typed }: Declaration = DECLARED[key];
  const name = typed[locale.language][0];
  if (form.kind === "choice") return undefined;
  const example = exampleOf(form);
  return [say(locale, OTHER), mention("ajustes", `${name} ${example}`)];
}

function exampleOf(form: Exclude<Declaration["form"], { readonly kind: "choice" }>): string {
  switch (form.kind) {
    case "commands":
      return "-retorno";
    case "zone":
      return "Lima";
    case "hour":
      return "21:30";
    case "amount":
      return String(form.presets.at(-1));
  }
}

function sameScope(
  one: { readonly channel?: string; readonly topic?: string },
  other: { readonly channel?: string; readonly topic?: string },
): boolean {
  return one.channel === other.channel && one.topic === other.topic;
}

function forLevel({ es, en }: Words): Words {
  return { es: `En ${es}`, en: `In ${en}` };
}

const TITLE: Words = { es: "Ajustes", en: "Settings" };
const HOLDS: Words = {
  es: "Esto vale aquí, y al lado, de dónde viene.",
  en: "This holds here, and beside it where it comes from.",
};
const CHANGE: Words = { es: "Púlsalo para cambiarlo, o escribe ", en: "Press it to change it, or type " };
const OTHER: Words = { es: "Otro valor, escrito: ", en: "Any other value, typed: " };
const HISTORY_LABEL: Words = { es: "Historial", en: "History" };
const OWN_LANGUAGE: Words = { es: "Mi idioma", en: "My language" };
const NOT_POSTED: Words = { es: "No publicar", en: "Do not post" };
const CLEAR: Words = { es: "Quitar", en: "Take away" };
const BACK: Words = { es: "← Ajustes", en: "← Settings" };
