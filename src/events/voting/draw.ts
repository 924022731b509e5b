/** Drawing lots in a way that anybody can repeat. */

/**
 * A film's lot: the lowest wins. It hangs on the seed and the film alone, so that who else is drawn for changes nothing
 * between two films. FNV-1a, then mixed (the last step of MurmurHash3), so that ids that are near have lots that are not.
 */
export function lotOf(seed: string, film: number): number {
  let hash = 0x811c9dc5;
  const text = `${seed} ${film}`;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
