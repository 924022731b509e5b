/** Options with their defaults. */
import type { Json, StandInOptions } from "./types.js";

export interface Settings {
  readonly token: string;
  readonly applicationId: string;
  readonly application: Json;
  readonly guilds: readonly string[];
  readonly heartbeatMs: number;
  readonly callbackWindowMs: number;
  readonly tokenLifetimeMs: number;
  readonly answerTimeoutMs: number;
  readonly privilegedIntents: number;
  readonly shards: number;
  readonly starts: {
    readonly total: number;
    readonly remaining: number;
    readonly resetAfterMs: number;
    readonly concurrency: number;
  };
  readonly rateLimits: false | { readonly global: number; readonly limit: number; readonly windowMs: number };
  readonly openapi: boolean | string;
  readonly keep: { readonly requests: number; readonly interactions: number; readonly events: number };
}

export function settingsOf(options: StandInOptions): Settings {
  const callbackWindowMs = options.callbackWindowMs ?? 3_000;
  const total = options.sessionStarts?.total ?? 1_000;
  return {
    token: options.token ?? "MTAwMDAwMDAwMDAwMDAwMDAx.Stand.in-for-tests-only",
    applicationId: options.applicationId ?? "100000000000000001",
    application: options.application ?? {},
    guilds: options.guilds ?? [],
    heartbeatMs: options.heartbeatMs ?? 41_250,
    callbackWindowMs,
    tokenLifetimeMs: options.tokenLifetimeMs ?? 15 * 60_000,
    answerTimeoutMs: options.answerTimeoutMs ?? callbackWindowMs + 500,
    privilegedIntents: options.privilegedIntents ?? 0,
    shards: options.shards ?? 1,
    starts: {
      total,
      remaining: options.sessionStarts?.remaining ?? total,
      resetAfterMs: options.sessionStarts?.resetAfterMs ?? 86_400_000,
      concurrency: options.sessionStarts?.concurrency ?? 1,
    },
    rateLimits:
      options.rateLimits === false ? false : { global: 50, limit: 5, windowMs: 2_000, ...options.rateLimits },
    openapi: options.openapi ?? true,
    keep: { requests: 2_000, interactions: 10_000, events: 10_000, ...options.keep },
  };
}
