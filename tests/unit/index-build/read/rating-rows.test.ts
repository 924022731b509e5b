/** However many ratings a file has, so many are kept: whole users, the same ones in any order. */
import { describe, expect, it } from "vitest";
import { RatingSample } from "../../../../index-build/read/sources/dataset/rating-rows.js";

const USERS = 2000;
const EACH = 10;

function sampleOf(users: Iterable<number>, most: number): RatingSample {
  const sample = new RatingSample(most);
  for (const user of users) for (let movie = 1; movie <= EACH; movie++) sample.add(user, movie, movie / 2);
  return sample;
}

const upwards = Array.from({ length: USERS }, (_, user) => user + 1);

describe("RatingSample", () => {
  it("keeps everything where there is room", () => {
    const rows = sampleOf(upwards, USERS * EACH).rows();
    expect(rows.users).toHaveLength(USERS * EACH);
    expect([...rows.movies.slice(0, 3)]).toEqual([1, 2, 3]);
    expect([...rows.stars.slice(0, 10)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("keeps whole users, and no more than there is room for", () => {
    const most = 5000;
    const { users } = sampleOf(upwards, most).rows();
    expect(users.length).toBeLessThanOrEqual(most);
    expect(users.length).toBeGreaterThan(most / 3);
    expect(users.length).toBe(new Set(users).size * EACH);
  });

  it("keeps the same users in any order", () => {
    const kept = (users: Iterable<number>) =>
      [...new Set(sampleOf(users, 3000).rows().users)].sort((a, b) => a - b);
    expect(kept(upwards.toReversed())).toEqual(kept(upwards));
  });
});
