/** The route by which a bot writes to a channel without being asked. */
import { isObject } from "../json.js";
import { isPinging } from "../messages/mentions.js";
import { Message } from "../messages/message.js";
import { refused } from "../refused.js";
import { type Handler, ok, type Route } from "./route.js";

const create: Handler = ({ world, params, body, uploads }) => {
  const [channel = ""] = params;
  world.channels.check(channel);
  if (!isObject(body)) throw refused.emptyMessage();
  const nonce = body.enforce_nonce === true && typeof body.nonce === "string" ? body.nonce : undefined;
  const before = world.channels.byNonce(channel, nonce);
  if (before) return () => ok(before.toJson());
  const { clock, bot, settings } = world;
  const origin = () => ({ channelId: channel, bot, applicationId: settings.applicationId, type: 0 });
  // Nobody but the bot asked: there is nobody for whom alone it could be.
  const message = new Message(clock, origin, Number(body.flags ?? 0) & ~64);
  const commit = message.prepare(body, [], uploads);
  return () => {
    if (isPinging(commit())) world.counters.pinged += 1;
    world.channels.add(channel, message, nonce);
    return ok(message.toJson());
  };
};

export const channelRoutes: readonly Route[] = [
  { method: "POST", pattern: "/channels/{channel_id}/messages", auth: "bot", handle: create },
];
