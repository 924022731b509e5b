/** The routes by which a bot enters something into a server's calendar. */
import { object } from "../json.js";
import { type Handler, ok, type Route } from "./route.js";

const listed: Handler = ({ world, params }) => {
  const [guild = ""] = params;
  return () => ok(world.events.of(guild));
};

const create: Handler = ({ world, params, body }) => {
  const [guild = ""] = params;
  const commit = world.events.prepare(guild, object(body));
  return () => ok(commit());
};

const edit: Handler = ({ world, params, body }) => {
  const [guild = "", id = ""] = params;
  const commit = world.events.prepareEdit(guild, id, object(body));
  return () => ok(commit());
};

const EVENTS = "/guilds/{guild_id}/scheduled-events";

export const scheduledEventRoutes: readonly Route[] = [
  { method: "GET", pattern: EVENTS, auth: "bot", handle: listed },
  { method: "POST", pattern: EVENTS, auth: "bot", handle: create },
  { method: "PATCH", pattern: `${EVENTS}/{guild_scheduled_event_id}`, auth: "bot", handle: edit },
];
