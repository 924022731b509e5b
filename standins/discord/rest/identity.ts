/** Routes about the bot itself and how to reach the gateway. */
import { type Problem, refused } from "../refused.js";
import type { Json } from "../types.js";
import type { World } from "../world.js";
import { ok, type RestRequest, type Route } from "./route.js";

export function applicationOf(world: World): Json {
  const { applicationId, application } = world.settings;
  return {
    id: applicationId,
    name: "Claqueta",
    icon: null,
    description: "",
    type: null,
    summary: "",
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: world.publicKey,
    flags: 0,
    flags_new: "0",
    hook: true,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    owner: { ...world.bot, id: "200000000000000009", username: "responsable", global_name: null, bot: false },
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    ...application,
  };
}

function gatewayBot(world: World): Json {
  const { shards, starts } = world.settings;
  return {
    url: world.gatewayUrl(),
    shards,
    session_start_limit: {
      total: starts.total,
      remaining: world.startsLeft,
      reset_after: starts.resetAfterMs,
      max_concurrency: starts.concurrency,
    },
  };
}

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

export const identityRoutes: readonly Route[] = [
  {
    method: "GET",
    pattern: "/gateway",
    auth: "none",
    handle:
      ({ world }) =>
      () =>
        ok({ url: world.gatewayUrl() }),
  },
  {
    method: "GET",
    pattern: "/gateway/bot",
    auth: "bot",
    handle:
      ({ world }) =>
      () =>
        ok(gatewayBot(world)),
  },
  {
    method: "GET",
    pattern: "/users/@me",
    auth: "bot",
    handle:
      ({ world }) =>
      () =>
        ok({
          ...world.bot,
          mfa_enabled: true,
          locale: "en-US",
          verified: true,
          email: null,
          premium_type: 0,
        }),
  },
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
    pattern: "/applications/@me",
    auth: "bot",
    handle:
      ({ world }) =>
      () =>
        ok(applicationOf(world)),
  },
  {
    method: "GET",
    pattern: "/oauth2/applications/@me",
    auth: "bot",
    handle:
      ({ world }) =>
      () =>
        ok(applicationOf(world)),
  },
];
