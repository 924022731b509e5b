/**
 * Which servers removed the bot, looked at once a day where a platform does not say so by itself. One is gone where two
 * complete lists, a day apart, lack it: an outage or a part of a list says nothing.
 */
import type { Log } from "../../chat/errors/errors.js";
import type { CommunityId, KnownServer, Repositories } from "../../store/port.js";
import type { Surface } from "../../surface/port.js";

const HOUR = 60 * 60_000;
/** Two looks that are so far apart are a day apart. */
const A_DAY = 20 * HOUR;

/**
 * Notes who is there and who is not.
 * @returns servers of which it is not certain now that they removed the bot: nothing of them may be purged
 */
export async function lookForServers(
  surfaces: readonly Surface[],
  { communities }: Pick<Repositories, "communities">,
  { now, log }: { readonly now: Date; readonly log: Log },
): Promise<ReadonlySet<CommunityId>> {
  const servers = new Map((await communities.servers()).map((server) => [server.community, server]));
  const uncertain = new Set(servers.keys());
  const known = new Set([...(await communities.known()), ...servers.keys()]);
  for (const { name, servers: list } of surfaces) {
    const listed = await list?.();
    if (listed === undefined) continue;
    const own = [...known].filter((community) => community.startsWith(`${name}:`));
    const isListed = (community: CommunityId) => listed.has(community.slice(name.length + 1));
    // What was never listed, and where nobody asked as in a server, may be something else.
    const missing = own.filter((community) => servers.has(community) && !isListed(community));
    await communities.listed({ present: own.filter(isListed), missing }, now);
    for (const community of missing) {
      if (!isSure(servers.get(community), now)) continue;
      uncertain.delete(community);
      await communities.removed(community, now);
    }
    log.info({ surface: name, listed: listed.size, missing: missing.length }, "servers were looked at");
  }
  return uncertain;
}

function isSure(server: KnownServer | undefined, now: Date): boolean {
  const since = server?.missingSince;
  return since !== undefined && now.getTime() - since.getTime() >= A_DAY;
}
