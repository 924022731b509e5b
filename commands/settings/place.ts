/** Where a moderator sets something: the community of a question, and the scopes that it is in. */
import type { Place } from "../../src/chat/asking.js";
import { mayAsk } from "../../src/chat/command/access.js";
import type { Context } from "../../src/chat/contract.js";
import { communityOf, scopeOf } from "../../src/chat/kept.js";
import { foldName } from "../../src/chat/text.js";
import type { Declaration, Level } from "../../src/settings/declaration.js";
import { DECLARED, SETTING_KEYS, type SettingKey } from "../../src/settings/declared.js";
import type { Scope } from "../../src/store/port.js";
import type { Words } from "../../src/words.js";

/** Whether whoever asks may see and change what a community has set: as the platform vouches for them, here and now. */
export function maySet(context: Context): boolean {
  const { place } = context;
  return place !== undefined && !place.direct && mayAsk("moderator", context.asker, context);
}

/** The scopes of a place, from the widest: a chat that is a community of its own has no channels. */
export function levelsOf(place: Place): readonly Level[] {
  return [
    "community",
    ...(place.server === undefined ? [] : (["channel"] as const)),
    ...(place.topic === undefined ? [] : (["topic"] as const)),
  ];
}

/** The scopes in which a setting can be set there. */
export function levelsFor(place: Place, key: SettingKey): readonly Level[] {
  const { isOfPlace }: Declaration = DECLARED[key];
  return isOfPlace ? levelsOf(place).slice(-1) : levelsOf(place);
}

/** The scope of a place at one of its levels. */
export function scopeAt(place: Place, level: Level): Scope {
  const { channel, topic } = scopeOf(place);
  const community = communityOf(place);
  if (level === "community" || channel === undefined) return { community };
  return level === "topic" && topic !== undefined ? { community, channel, topic } : { community, channel };
}

export function levelName({ server }: Place, level: Level): Words {
  switch (level) {
    case "community":
      return server === undefined
        ? { es: "todo el grupo", en: "the whole group" }
        : { es: "todo el servidor", en: "the whole server" };
    case "channel":
      return { es: "este canal", en: "this channel" };
    case "topic":
      return server === undefined
        ? { es: "este tema", en: "this topic" }
        : { es: "este hilo", en: "this thread" };
  }
}

const TYPED_LEVELS: ReadonlyMap<string, Level | "narrowest"> = new Map([
  ...["todo", "todos", "servidor", "grupo", "all", "everywhere", "server", "group"].map(
    (word) => [word, "community"] as const,
  ),
  ...["canal", "channel"].map((word) => [word, "channel"] as const),
  ...["tema", "hilo", "topic", "thread"].map((word) => [word, "topic"] as const),
  ...["aqui", "here"].map((word) => [word, "narrowest"] as const),
]);

/** The level that a word names in a place; undefined where it names none of those the place has. */
export function levelTyped(place: Place, word: string): Level | undefined {
  const levels = levelsOf(place);
  const level = TYPED_LEVELS.get(foldName(word));
  return level === "narrowest" ? levels.at(-1) : levels.find((one) => one === level);
}

/** The settings that have an effect on a platform. */
export function offered({ platform }: Place): readonly SettingKey[] {
  return SETTING_KEYS.filter((key) => DECLARED[key].platforms?.includes(platform) ?? true);
}
