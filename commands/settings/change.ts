/** Changes of settings: whoever makes one has to moderate the place, whatever brought them here. */
import { ANNOUNCEMENT_KINDS } from "../../src/announcements/jobs.js";
import { plannedOf, replan } from "../../src/announcements/plan.js";
import { mention, type RichWords, rich } from "../../src/chat/answer/rich-text.js";
import type { Place } from "../../src/chat/asking.js";
import type { Context } from "../../src/chat/contract.js";
import { UserError } from "../../src/chat/errors/errors.js";
import { communityOf, groupOf, knownAsker, storeOf } from "../../src/chat/kept.js";
import { zoneOfTag } from "../../src/events/time/zones.js";
import { type Level, NO_ZONE } from "../../src/settings/declaration.js";
import type { SettingKey } from "../../src/settings/declared.js";
import type { CommunityId, PersonId, Repositories, SettingChange } from "../../src/store/port.js";
import type { Words } from "../../src/words.js";
import { standingOf } from "./panel.js";
import { levelsFor, levelsOf, maySet, offered, scopeAt } from "./place.js";
import { typedValue } from "./value.js";

/** The group of a question whose settings whoever asks may change. @throws UserError where they may not */
export function placeToSet(context: Context): Place {
  const place = groupOf(context);
  if (!maySet(context))
    throw new UserError("not_allowed", context.asker?.isUncertain ? UNCERTAIN : MODERATORS);
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
  if (!offered(place).includes(of)) throw new UserError("invalid_parameter", NOT_HERE);
  if (!levelsFor(place, of).includes(at))
    throw new UserError("invalid_parameter", levelsOf(place).includes(at) ? OF_PLACE : NOT_HERE);
  const { settings: held } = (await standingOf(context, place)).at(at);
  const standing = { commandsOff: held.commandsOff, commands: context.commands };
  const value = to === undefined ? undefined : JSON.stringify(typedValue(of, to, standing));
  const store = await storeOf(context);
  const changed = await store.settings.change(scopeAt(place, at), of, value, id, context.now);
  if (changed) await followed(context, place, store, { key: of, by: id });
  return changed;
}

/** What follows from a change: places read anew, and what is posted by itself planned anew. */
async function followed(
  context: Context,
  place: Place,
  store: Repositories,
  { key, by }: { readonly key: string; readonly by: PersonId },
): Promise<void> {
  const { now, locale, ports, operatorSettings: operators } = context;
  const community = communityOf(place);
  if (place.server !== undefined) await store.communities.listed({ present: [community], missing: [] }, now);
  if (isAnnouncement(key)) await noteZone(context, community, store, by);
  if (isAnnouncement(key) || key === ZONE)
    await replan(store, community, { operators, tag: locale.tag, now });
  await ports.places?.reread(place);
}

const ZONE = "timeZone" satisfies SettingKey;

function isAnnouncement(key: string): boolean {
  return ANNOUNCEMENT_KINDS.some((kind) => kind === key);
}

/** Whoever says an hour means it by their own clocks: where no zone is set, that of their region is, as a change of its own. */
async function noteZone(
  { locale, now, operatorSettings }: Context,
  community: CommunityId,
  { settings }: Pick<Repositories, "settings">,
  by: PersonId,
): Promise<void> {
  const zone = zoneOfTag(locale.tag);
  if (zone === undefined || operatorSettings.timeZone !== NO_ZONE) return;
  const { values } = await settings.all(community);
  if (plannedOf(values, operatorSettings).length === 0 || values.some(({ key }) => key === ZONE)) return;
  await settings.change({ community }, ZONE, JSON.stringify(zone), by, now);
}

/** @throws UserError for who may not, and where it cannot be taken back; StoreUnavailable */
export async function undo(context: Context, number: number): Promise<SettingChange> {
  const place = placeToSet(context);
  const { id } = knownAsker(context);
  const store = await storeOf(context);
  const undone = await store.settings.undo(communityOf(place), number, id, context.now);
  if (undone.kind !== "undone") throw new UserError("invalid_parameter", CANNOT[undone.kind]);
  await followed(context, place, store, { key: undone.change.key, by: id });
  return undone.change;
}

const NOT_HERE: Words = { es: "Eso no se puede poner aquí.", en: "That cannot be set here." };

const OF_PLACE: Words = {
  es: "Eso se pone en el canal o tema donde ha de publicarse, y vale solo ahí.",
  en: "That is set in the channel or topic where it is to be posted, and holds there alone.",
};

const MODERATORS: RichWords = {
  es: rich`Eso lo ponen quienes moderan el servidor o el grupo. Para tu idioma basta ${mention("ajustes")}.`,
  en: rich`That is set by those who moderate the server or group. For your own language ${mention("ajustes")} will do.`,
};

const UNCERTAIN: RichWords = {
  es: rich`Eso lo ponen quienes moderan, y por un mensaje no sé si eres de ellos: hazlo con ${mention("ajustes")}.`,
  en: rich`That is set by those who moderate, and by a message I cannot tell whether you do: use ${mention("ajustes")}.`,
};

const CANNOT: Readonly<Record<"overtaken" | "unknown", Words>> = {
  overtaken: {
    es: "Ese ajuste se cambió otra vez después: deshaz primero el cambio más nuevo.",
    en: "That setting was changed again since: undo the newer change first.",
  },
  unknown: { es: "De ese cambio ya no se sabe nada.", en: "Nothing is known of that change any more." },
};
