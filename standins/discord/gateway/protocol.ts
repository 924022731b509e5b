/** Opcodes, close codes and intents of the gateway. */

export const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;

export const Close = {
  unknownOpcode: 4001,
  decode: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  timedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** Why, as Discord words it. */
export const REASONS: Readonly<Record<number, string>> = {
  4001: "Unknown opcode.",
  4002: "Error while decoding payload.",
  4003: "Not authenticated.",
  4004: "Authentication failed.",
  4005: "Already authenticated.",
  4007: "Invalid seq.",
  4008: "Rate limited.",
  4009: "Session timed out.",
  4010: "Invalid shard.",
  4012: "Invalid API version.",
  4013: "Invalid intent(s).",
  4014: "Disallowed intent(s).",
};

export const MAX_PAYLOAD = 4_096;
/** Messages a client may send in a minute. */
export const SEND_LIMIT = { count: 120, windowMs: 60_000 } as const;

// Bits 0–16, 20, 21, 24 and 25 are intents; 1, 8 and 15 are privileged.
const KNOWN_INTENTS = 0x1_ff_ff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);

/** The close code that these intents earn, if any. */
export function intentsProblem(intents: unknown, granted: number): number | undefined {
  if (!Number.isInteger(intents) || ((intents as number) & ~KNOWN_INTENTS) !== 0) return Close.invalidIntents;
  return ((intents as number) & PRIVILEGED_INTENTS & ~granted) === 0 ? undefined : Close.disallowedIntents;
}

/** Whether [id, count] names a shard. */
export function isShard(shard: unknown): shard is [number, number] {
  if (!Array.isArray(shard) || shard.length !== 2 || !shard.every(Number.isInteger)) return false;
  const [id, count] = shard as [number, number];
  return id >= 0 && id < count;
}

/** Which shard a guild belongs to; direct messages belong to the first. */
export function shardOf(guild: string | undefined, count: number): number {
  return guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count));
}
