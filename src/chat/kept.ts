/** Whose what is kept is: what a command that keeps something asks of its surroundings. */
import type { CommunityId, PersonId, Repositories, Scope } from "../store/port.js";
import type { Asker, Place } from "./asking.js";
import type { Context } from "./contract.js";
import { UserError } from "./errors/errors.js";

/** The server or chat that a place is in, as the store names it. */
export function communityOf({ platform, server, chat }: Place): CommunityId {
  return `${platform}:${server ?? chat}`;
}

/** The narrowest scope of settings that a place is in. */
export function scopeOf(place: Place): Scope {
  const community = communityOf(place);
  // A chat that is a community of its own has no channels but its topics.
  const channel = place.server === undefined ? place.topic && place.chat : place.chat;
  return { community, ...(channel ? { channel, ...(place.topic ? { topic: place.topic } : {}) } : {}) };
}

/** Who changed what nobody changed: the bot itself, because it cannot be any more. */
export const BY_ITSELF: PersonId = "claqueta:itself";

/** The place that a scope is: `scopeOf` the other way round. A community without channels is a chat. */
export function placeOfScope({ community, channel, topic }: Scope): Place {
  const at = community.indexOf(":");
  const [platform, id] = [community.slice(0, at), community.slice(at + 1)];
  if (channel === undefined || (channel === id && topic !== undefined)) {
    return { platform, chat: id, ...(topic === undefined ? {} : { topic }) };
  }
  return { platform, server: id, chat: channel, ...(topic === undefined ? {} : { topic }) };
}

/** @throws UserError where nothing is kept; StoreUnavailable where it cannot be reached now */
export function storeOf({ ports }: Pick<Context, "ports">): Promise<Repositories> {
  if (ports.store === undefined) throw new UserError("not_allowed", NOTHING_KEPT);
  return ports.store();
}

/** Who asks. @throws UserError where no platform vouches for anybody */
export function knownAsker({ asker }: Pick<Context, "asker">): Asker & { readonly id: PersonId } {
  if (asker === undefined) throw new UserError("not_allowed", NOBODY);
  return asker;
}

/** The server or group that somebody asks in. @throws UserError in a direct chat, and where there is no chat */
export function groupOf({ place }: Pick<Context, "place">): Place {
  if (place === undefined || place.direct) throw new UserError("not_allowed", ALONE);
  return place;
}

const NOTHING_KEPT = {
  es: "Aquí no se guarda nada: eso funciona en Discord y en Telegram.",
  en: "Nothing is kept here: that works on Discord and Telegram.",
};

const NOBODY = {
  es: "Aquí no sé quién eres, así que no puedo guardar nada tuyo. En Discord y en Telegram, sí.",
  en: "I do not know who you are here, so I cannot keep anything of yours. On Discord and Telegram I can.",
};

const ALONE = {
  es: "Eso es para un servidor o un grupo: pídelo allí.",
  en: "That is for a server or a group: ask for it there.",
};
