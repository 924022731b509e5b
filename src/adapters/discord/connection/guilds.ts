/** All servers that the bot is in, as Discord lists them to whoever is told of none by the gateway. */
import type { Log } from "../../../chat/errors/errors.js";
import { object, snowflake } from "../json.js";
import type { Rest } from "./rest.js";

const PATIENCE = { total: 30_000, perTry: 15_000 } as const;
/** Discord gives no more at a time. */
const PAGE = 200;
/** More than any bot is in. */
const MOST_PAGES = 10_000;

/**
 * Page after page, until one has nothing more: a short page is no proof that it was the last.
 * @returns ids; undefined where what came cannot be all of them. A bot that is in no server at all is not believed.
 * Rejects with an ApiError where Discord does not tell.
 */
async function guildsOf(rest: Pick<Rest, "send">, token: string): Promise<ReadonlySet<string> | undefined> {
  const ids = new Set<string>();
  let after = "0";
  for (let page = 0; page < MOST_PAGES; page++) {
    const path = `/users/@me/guilds?limit=${PAGE}&after=${after}`;
    const { body } = await rest.send({ method: "GET", path, token, patience: PATIENCE });
    if (!Array.isArray(body)) return undefined;
    if (body.length === 0) return ids.size === 0 ? undefined : ids;
    for (const guild of body) {
      const id = snowflake(object(guild).id);
      // In order of their ids: what is not is no page of that list.
      if (id === "" || BigInt(id) <= BigInt(after)) return undefined;
      ids.add(id);
      after = id;
    }
  }
  return undefined;
}

/** The same for a surface, which tells what went wrong to the log. Never rejects. */
export async function knownGuilds(
  rest: Pick<Rest, "send">,
  token: string | undefined,
  log: Log,
): Promise<ReadonlySet<string> | undefined> {
  if (token === undefined) return undefined;
  try {
    return await guildsOf(rest, token);
  } catch (error) {
    log.warn({ err: error }, "Discord: the servers could not be listed");
    return undefined;
  }
}
