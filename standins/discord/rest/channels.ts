/** The routes by which a bot writes to a channel with its own token: new messages, replies, and edits of its own. */
import { isObject, object, text } from "../json.js";
import { isPinging } from "../messages/mentions.js";
import { Message } from "../messages/message.js";
import type { Replied } from "../messages/written.js";
import { refused } from "../refused.js";
import { enforce, numberRule } from "../rules/rule.js";
import type { Json } from "../types.js";
import type { World } from "../world.js";
import { type Handler, ok, type Route } from "./route.js";

const create: Handler = ({ world, params, body, uploads }) => {
  const [channel = ""] = params;
  world.channels.check(channel);
  if (!isObject(body)) throw refused.emptyMessage();
  const nonce = body.enforce_nonce === true && typeof body.nonce === "string" ? body.nonce : undefined;
  const before = world.channels.byNonce(channel, nonce);
  if (before) return () => ok(before.toJson());
  const { clock, bot, settings } = world;
  const replied = repliedTo(world, channel, body);
  const type = replied ? 19 : 0;
  const origin = () => ({ channelId: channel, bot, applicationId: settings.applicationId, type });
  // Nobody but the bot asked: there is nobody for whom alone it could be.
  const message = new Message(clock, origin, Number(body.flags ?? 0) & ~64);
  message.repliesTo = replied?.id;
  const commit = message.prepare(body, [], uploads);
  return () => {
    if (isPinging(commit()) || (replied && notifiesReplied(body))) world.counters.pinged += 1;
    world.channels.add(channel, message, nonce);
    return ok(message.toJson());
  };
};

/** Throws for a reply to what is not there, unless it may do without. */
function repliedTo(world: World, channel: string, body: Json): Replied | undefined {
  if (!isObject(body.message_reference)) return undefined;
  const { message_id: id, fail_if_not_exists: mayFail = true } = body.message_reference;
  const replied = world.channels.replied(channel, text(id));
  if (!replied && mayFail !== false) {
    const problem = { code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" };
    throw refused.invalidForm([{ path: ["message_reference"], ...problem }]);
  }
  return replied;
}

/** Who is replied to is notified unless the message says whom it may notify, and leaves them out. */
function notifiesReplied({ allowed_mentions: allowed }: Json): boolean {
  return !isObject(allowed) || object(allowed).replied_user === true;
}

const edit: Handler = ({ world, params, body, uploads }) => {
  const [channel = "", id = ""] = params;
  world.channels.check(channel);
  const message = world.channels.own(channel, id) ?? answerIn(world, channel, id);
  if (!message || message.deleted) throw refused.unknownMessage();
  const commit = message.prepareEdit(object(body), [], uploads);
  return () => {
    if (isPinging(commit())) world.counters.pinged += 1;
    return ok(message.toJson());
  };
};

/** What answered somebody in that channel, for all to see; where only they installed the bot, it is not the bot's to edit. */
function answerIn({ interactions }: World, channel: string, id: string): Message | undefined {
  const { message, interaction } = interactions.byMessage(id) ?? {};
  if (!message || message.ephemeral || message.toJson().channel_id !== channel) return undefined;
  if (interaction?.from.installedBy === "user") throw refused.missingAccess();
  return message;
}

const readRules = [
  numberRule<number>("messages read: 1 to 100", { min: 1, max: 100 }, (limit) => [[["limit"], limit]]),
];

/** Newest first, without what a bot may not read. */
const read: Handler = ({ world, params, query }) => {
  const [channel = ""] = params;
  world.channels.check(channel);
  const after = BigInt(query.get("after") ?? "0");
  const limit = Number(query.get("limit") ?? "50");
  enforce(readRules, limit);
  const found = world.channels.readable(channel).filter(({ id }) => BigInt(id) > after);
  return () =>
    ok(
      found
        .slice(0, limit)
        .map((message) => message.toJson())
        .reverse(),
    );
};

const MESSAGES = "/channels/{channel_id}/messages";

export const channelRoutes: readonly Route[] = [
  { method: "GET", pattern: MESSAGES, auth: "bot", handle: read },
  { method: "POST", pattern: MESSAGES, auth: "bot", handle: create },
  { method: "PATCH", pattern: `${MESSAGES}/{message_id}`, auth: "bot", handle: edit },
];
