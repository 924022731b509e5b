/** Names under which JustWatch lists those who offer films → names as people know them, each once. */
import { PLATFORMS, type PlatformId } from "../../src/catalog/platforms.js";

/** Cheaper terms of the same catalogue: "Netflix Standard with Ads", "Amazon Prime Video with Ads". */
const TERMS = /\s+(?:(?:standard|basic)\s+)?with ads$/iu;

/** The same catalogue bought through somebody else's shop: "MUBI Amazon Channel". */
const CHANNEL = /\s+(?:amazon|apple tv|roku premium|the roku)\s+channel$/iu;

/** "Amazon Video" is the shop, where films are paid for one by one: it is no platform. */
const OURS: readonly (readonly [PlatformId, RegExp])[] = [
  ["amazon", /^(?:amazon )?prime video$/iu],
  ["disney", /^disney ?(?:plus|\+)$/iu],
  ["hulu", /^hulu$/iu],
  ["netflix", /^netflix(?: kids)?$/iu],
];

/** Which of our platforms a provider is. */
export function platformOfProvider(name: string): PlatformId | undefined {
  return (
    OURS.find(([, pattern]) => pattern.test(name))?.[0] ?? PLATFORMS.find((one) => one.name === name)?.id
  );
}

/**
 * The list without doubles: a platform goes by our name for it, cheaper terms by the provider's, and a channel is left
 * out where its owner stands there too.
 */
export function distinctProviders(names: readonly string[]): string[] {
  const known = names.map((name) => {
    const provider = name.replace(TERMS, "");
    const platform = platformOfProvider(provider);
    return PLATFORMS.find(({ id }) => id === platform)?.name ?? provider;
  });
  const all = new Set(known);
  return [...all].filter((name) => !CHANNEL.test(name) || !all.has(name.replace(CHANNEL, "")));
}
