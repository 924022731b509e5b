/** What is kept of communities that removed the bot goes after a while: they may come back before. */
import type { CommunityId, Repositories } from "./port.js";

const MS_PER_DAY = 86_400_000;
const KEPT_DAYS = 30;

/**
 * @param uncertain those of which it is not certain now that they are gone: they stay
 * @returns those that were purged
 */
export async function purgeGone(
  { communities, privacy }: Pick<Repositories, "communities" | "privacy">,
  now: Date,
  uncertain: ReadonlySet<CommunityId> = new Set(),
): Promise<readonly CommunityId[]> {
  const removed = await communities.removedBefore(new Date(now.getTime() - KEPT_DAYS * MS_PER_DAY));
  const gone = removed.filter((community) => !uncertain.has(community));
  for (const community of gone) await privacy.purgeCommunity(community);
  return gone;
}
