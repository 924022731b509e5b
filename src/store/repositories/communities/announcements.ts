import type { Engine, Queries } from "../../engine.js";
import type { AnnouncementKey, Announcements, NewAnnouncement } from "../../port.js";

export function createAnnouncements(engine: Engine): Announcements {
  return {
    note: ({ day, film, ...key }, at) =>
      engine.write(async (db) => {
        const noted = await db
          .insertInto("announcements")
          .values({ ...columnsOf(key), day, film: film ?? null, at: at.getTime() })
          .onConflict((conflict) => conflict.doNothing())
          .returning("day")
          .execute();
        return noted.length > 0;
      }),

    forget: ({ day, scope, kind }: NewAnnouncement) =>
      engine.write(async (db) => {
        const columns = columnsOf({ scope, kind });
        await db
          .deleteFrom("announcements")
          .where("community", "=", columns.community)
          .where("channel", "=", columns.channel)
          .where("topic", "=", columns.topic)
          .where("kind", "=", columns.kind)
          .where("day", "=", day)
          .execute();
      }),

    films: (key, since) =>
      engine.read(async (db) => {
        const rows = await postedIn(db, key).select("film").where("at", ">=", since.getTime()).execute();
        return rows.flatMap(({ film }) => film ?? []);
      }),

    last: (key) =>
      engine.read(async (db) => {
        const row = await postedIn(db, key)
          .select(({ fn }) => fn.max("at").as("at"))
          .executeTakeFirst();
        return row?.at == null ? undefined : new Date(row.at);
      }),

    purge: (before) =>
      engine.write(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("announcements")
          .where("at", "<", before.getTime())
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

function postedIn(db: Queries, key: AnnouncementKey) {
  const { community, channel, topic, kind } = columnsOf(key);
  return db
    .selectFrom("announcements")
    .where("community", "=", community)
    .where("channel", "=", channel)
    .where("topic", "=", topic)
    .where("kind", "=", kind);
}

function columnsOf({ scope: { community, channel = "", topic = "" }, kind }: AnnouncementKey) {
  return { community, channel, topic, kind };
}
