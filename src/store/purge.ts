/** What is kept of communities that removed the bot goes after a while: they may come back before. */
import type { CommunityId, Repositories } from "./port.js";

const MS_PER_DAY = 86_400_000;
const KEPT_DAYS = 30;

/** @returns those that were purged */
export async function purgeGone(
  { communities, privacy }: Pick<Repositories, "communities" | "privacy">,
  now: Date,
): Promise<readonly CommunityId[]> {
  const gone = await communities.removedBefore(new Date(now.getTime() - KEPT_DAYS * MS_PER_DAY));
  for (const community of gone) await privacy.purgeCommunity(community);
  return gone;
}
