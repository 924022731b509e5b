/** Routes about the bot itself and how to reach the gateway. */
import type { Json } from "../types.js";
import type { World } from "../world.js";
import { ok, type Route } from "./route.js";

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
