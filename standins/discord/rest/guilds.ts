/** Routes about the guilds that the bot is in. */
import { type Problem, refused } from "../refused.js";
import type { Json } from "../types.js";
import { ok, type RestRequest, type Route } from "./route.js";

const MOST_GUILDS = 200;

/** In order of their ids, from behind one of them; what is no such page is refused as a form is. */
function guildPage({ world, query }: Pick<RestRequest, "world" | "query">): Json[] {
  const limit = Number(query.get("limit") ?? MOST_GUILDS);
  const [after, before] = ["after", "before"].map((name) => query.get(name) ?? undefined);
  const problems: Problem[] = [];
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_GUILDS) {
    const message = `int value should be between 1 and ${MOST_GUILDS}.`;
    problems.push({ path: ["limit"], code: "NUMBER_TYPE_MAX", message });
  }
  for (const [name, id] of Object.entries({ after, before })) {
    if (id === undefined || /^\d{1,20}$/u.test(id)) continue;
    const message = `Value "${id}" is not snowflake.`;
    problems.push({ path: [name], code: "NUMBER_TYPE_COERCE", message });
  }
  if (problems.length > 0) throw refused.invalidForm(problems);
  const ids = [...world.guilds]
    .map(BigInt)
    .filter(
      (id) => (after === undefined || id > BigInt(after)) && (before === undefined || id < BigInt(before)),
    )
    .sort((one, other) => (one < other ? -1 : 1));
  // Before an id those next to it are given.
  const page = before !== undefined && after === undefined ? ids.slice(-limit) : ids.slice(0, limit);
  return page.map((id) => ({
    id: String(id),
    name: "Servidor",
    icon: null,
    banner: null,
    owner: false,
    permissions: "2147568640",
    features: [],
  }));
}

/** Everybody's role first; of a guild that the bot is not in nothing is told. */
function rolesIn({ world, params }: Pick<RestRequest, "world" | "params">): Json[] {
  const [guild = ""] = params;
  if (!/^\d{1,20}$/u.test(guild)) {
    const message = `Value "${guild}" is not snowflake.`;
    throw refused.invalidForm([{ path: ["guild_id"], code: "NUMBER_TYPE_COERCE", message }]);
  }
  if (!world.guilds.has(guild)) throw refused.unknownGuild();
  const roles = new Map([[guild, "0"], ...(world.roles.get(guild) ?? [])]);
  return [...roles].map(([id, permissions], position) => ({
    id,
    name: id === guild ? "@everyone" : "papel",
    description: null,
    permissions,
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  }));
}

export const guildRoutes: readonly Route[] = [
  {
    method: "GET",
    pattern: "/users/@me/guilds",
    auth: "bot",
    handle: (request) => {
      const page = guildPage(request);
      return () => ok(page);
    },
  },
  {
    method: "GET",
    pattern: "/guilds/{guild_id}/roles",
    auth: "bot",
    handle: (request) => {
      const roles = rolesIn(request);
      return () => ok(roles);
    },
  },
];
