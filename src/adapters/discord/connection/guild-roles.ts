/**
 * Whether somebody moderates a server, by their roles: a message tells these, and Discord tells a bot what each role may.
 * Asked once a minute and server, and only where something depends on it. Who owns a server needs no role: of them a
 * message tells nothing.
 */
import { BoundedMap } from "../../../surface/bounded-map.js";
import { object, snowflake } from "../json.js";
import { MODERATOR } from "../protocol.js";
import type { Rest } from "./rest.js";

/** Servers whose roles are kept. */
const GUILDS_KEPT = 5_000;
const KEPT_FOR = 60_000;
/** For as long Discord is not asked again after it told nothing. */
const PAUSE = 10_000;
/** Somebody waits for an answer. */
const PATIENCE = { total: 3_000, perTry: 1_500 } as const;

interface Known {
  /** Ids of roles that make a moderator. */
  readonly roles: Promise<ReadonlySet<string>>;
  /** Until when it holds, by `performance.now()`. */
  until: number;
}

const NONE: ReadonlySet<string> = new Set();

export class GuildRoles {
  readonly #known = new BoundedMap<string, Known>(GUILDS_KEPT);
  readonly #rest: Pick<Rest, "send">;
  readonly #token: string;

  constructor(rest: Pick<Rest, "send">, token: string) {
    this.#rest = rest;
    this.#token = token;
  }

  /** False where Discord does not tell. Never rejects. */
  async moderate(guild: string, roles: readonly string[]): Promise<boolean> {
    const moderating = await this.#of(guild);
    // What everybody may there is told of a role with the server's own id.
    return moderating.has(guild) || roles.some((role) => moderating.has(role));
  }

  #of(guild: string): Promise<ReadonlySet<string>> {
    const now = performance.now();
    const before = this.#known.get(guild);
    if (before !== undefined && now < before.until) return before.roles;
    const path = `/guilds/${guild}/roles`;
    const asking = this.#rest.send({ method: "GET", path, token: this.#token, patience: PATIENCE });
    const roles = asking.then(
      ({ body }) => moderatingIn(body),
      () => {
        known.until = performance.now() + PAUSE;
        return NONE;
      },
    );
    const known: Known = { roles, until: now + KEPT_FOR };
    this.#known.set(guild, known);
    return roles;
  }
}

function moderatingIn(body: unknown): ReadonlySet<string> {
  const roles = (Array.isArray(body) ? body : []).map(object);
  return new Set(
    roles.flatMap(({ id, permissions }) => {
      const bits = snowflake(permissions);
      return bits !== "" && (BigInt(bits) & MODERATOR) !== 0n ? [snowflake(id)] : [];
    }),
  );
}
