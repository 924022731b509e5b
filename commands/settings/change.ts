/** Changes of settings: whoever makes one has to moderate the place, whatever brought them here. */
import { mention, type RichWords, rich } from "../../src/chat/answer/rich-text.js";
import type { Place } from "../../src/chat/asking.js";
import type { Context } from "../../src/chat/contract.js";
import { UserError } from "../../src/chat/errors/errors.js";
import { communityOf, groupOf, knownAsker, storeOf } from "../../src/chat/kept.js";
import type { Level } from "../../src/settings/declaration.js";
import type { SettingKey } from "../../src/settings/declared.js";
import type { SettingChange } from "../../src/store/port.js";
import type { Words } from "../../src/words.js";
import { standingOf } from "./panel.js";
import { levelsOf, maySet, offered, scopeAt } from "./place.js";
import { typedValue } from "./value.js";

/** The group of a question whose settings whoever asks may change. @throws UserError where they may not */
export function placeToSet(context: Context): Place {
  const place = groupOf(context);
  if (!maySet(context)) throw new UserError("not_allowed", MODERATORS);
  return place;
}

export interface Wanted {
  readonly of: SettingKey;
  readonly at: Level;
  /** As it is typed; undefined takes away what is set there. */
  readonly to: string | undefined;
}

/**
 * @returns undefined where it was so already
 * @throws UserError for who may not, and for what cannot be set there; StoreUnavailable
 */
export async function change(context: Context, { of, at, to }: Wanted): Promise<SettingChange | undefined> {
  const place = placeToSet(context);
  const { id } = knownAsker(context);
  // What a button says is a hint from outside.
  if (!offered(place).includes(of) || !levelsOf(place).includes(at)) throw notHere();
  const { settings: held } = (await standingOf(context, place)).at(at);
  const standing = { commandsOff: held.commandsOff, commands: context.commands };
  const value = to === undefined ? undefined : JSON.stringify(typedValue(of, to, standing));
  const { settings } = await storeOf(context);
  const changed = await settings.change(scopeAt(place, at), of, value, id, context.now);
  await context.ports.places?.reread(place);
  return changed;
}

/** @throws UserError for who may not, and where it cannot be taken back; StoreUnavailable */
export async function undo(context: Context, number: number): Promise<SettingChange> {
  const place = placeToSet(context);
  const { id } = knownAsker(context);
  const { settings } = await storeOf(context);
  const undone = await settings.undo(communityOf(place), number, id, context.now);
  if (undone.kind !== "undone") throw new UserError("invalid_parameter", CANNOT[undone.kind]);
  await context.ports.places?.reread(place);
  return undone.change;
}

function notHere(): UserError {
  return new UserError("invalid_parameter", {
    es: "Eso no se puede poner aquí.",
    en: "That cannot be set here.",
  });
}

const MODERATORS: RichWords = {
  es: rich`Eso lo ponen quienes moderan el servidor o el grupo. Para tu idioma basta ${mention("ajustes")}.`,
  en: rich`That is set by those who moderate the server or group. For your own language ${mention("ajustes")} will do.`,
};

const CANNOT: Readonly<Record<"overtaken" | "unknown", Words>> = {
  overtaken: {
    es: "Ese ajuste se cambió otra vez después: deshaz primero el cambio más nuevo.",
    en: "That setting was changed again since: undo the newer change first.",
  },
  unknown: { es: "De ese cambio ya no se sabe nada.", en: "Nothing is known of that change any more." },
};
