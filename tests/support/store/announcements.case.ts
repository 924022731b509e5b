import { expect, it } from "vitest";
import { at, type Given } from "./given.js";

export function announcementCases({ store, unique }: Given): void {
  it("notes what is posted once a day and place, whoever of several would post it", async () => {
    const { announcements } = store();
    const community = unique("discord:c");
    const scope = { community, channel: "5" };
    const post = { scope, kind: "film", day: "2026-01-01", film: 862 };
    const noted = await Promise.all([1, 2, 3].map((minute) => announcements.note(post, at(minute))));
    expect(noted.filter((first) => first)).toHaveLength(1);
    expect(await announcements.note({ ...post, day: "2026-01-02", film: 238 }, at(9))).toBe(true);
    // Elsewhere, and of another kind, it is another post.
    expect(await announcements.note({ ...post, scope: { community }, film: 1 }, at(9))).toBe(true);
    expect(await announcements.note({ scope, kind: "news", day: "2026-01-01" }, at(4))).toBe(true);
    const of = { scope, kind: "film" };
    expect([...(await announcements.films(of, at(0)))].sort()).toEqual([238, 862]);
    expect(await announcements.films(of, at(8))).toEqual([238]);
    expect(await announcements.films({ scope, kind: "news" }, at(0))).toEqual([]);
    expect(await announcements.last({ scope, kind: "news" })).toEqual(at(4));
    expect(await announcements.last({ scope: { community, channel: "6" }, kind: "film" })).toBeUndefined();
    await announcements.forget({ scope, kind: "film", day: "2026-01-02" });
    expect(await announcements.films(of, at(8))).toEqual([]);
    expect(await announcements.note({ ...post, day: "2026-01-02" }, at(10))).toBe(true);
  });

  it("knows servers by where people took part and by lists, and since when one is listed no more", async () => {
    const { communities, people } = store();
    const [one, other, chat] = [unique("discord:c"), unique("discord:c"), unique("discord:c")];
    await people.tookPart({ person: "discord:1", community: one, server: true }, at(1));
    await people.tookPart({ person: "discord:1", community: chat }, at(1));
    const known = async () =>
      (await communities.servers()).filter(({ community }) => [one, other, chat].includes(community));
    expect(await known()).toEqual([{ community: one, missingSince: undefined }]);
    await communities.removed(other, at(1));
    await communities.listed({ present: [other], missing: [one, chat] }, at(2));
    expect(new Map((await known()).map((each) => [each.community, each.missingSince]))).toEqual(
      new Map([
        [one, at(2)],
        [other, undefined],
      ]),
    );
    expect(await communities.removedBefore(at(9))).not.toContain(other);
    await communities.listed({ present: [], missing: [one] }, at(5));
    expect(await known()).toContainEqual({ community: one, missingSince: at(2) });
    await communities.listed({ present: [one], missing: [] }, at(6));
    expect(await known()).toContainEqual({ community: one, missingSince: undefined });
  });
}
