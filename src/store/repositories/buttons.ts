import { sql } from "kysely";
import type { Engine } from "../engine.js";
import type { Buttons } from "../port.js";
import { inParts } from "./common.js";

/** Milliseconds for which using a text is not noted again. */
const TO_THE_DAY = 86_400_000;

export function createButtons(engine: Engine): Buttons {
  return {
    keep: (texts, at) =>
      engine.write(async (db) => {
        const used_at = at.getTime();
        for (const part of inParts([...texts])) {
          await db
            .insertInto("buttons")
            .values(part.map(([key, text]) => ({ key, text, used_at })))
            .onConflict((conflict) =>
              conflict
                .column("key")
                .doUpdateSet({ used_at })
                .where("buttons.used_at", "<=", used_at - TO_THE_DAY),
            )
            .execute();
        }
      }),

    async find(key, at) {
      const found = await engine.read((db) =>
        db.selectFrom("buttons").selectAll().where("key", "=", key).executeTakeFirst(),
      );
      if (found && found.used_at <= at.getTime() - TO_THE_DAY) {
        const used = engine.write((db) =>
          db.updateTable("buttons").set({ used_at: at.getTime() }).where("key", "=", key).execute(),
        );
        // Not noting it costs nothing now.
        await used.catch(() => undefined);
      }
      return found?.text;
    },

    purge: (usedBefore, most) =>
      engine.write(async (db) => {
        const { numDeletedRows: old } = await db
          .deleteFrom("buttons")
          .where("used_at", "<", usedBefore.getTime())
          .executeTakeFirst();
        const { total } = await db
          .selectFrom("buttons")
          .select(sql<number>`count(*)`.as("total"))
          .executeTakeFirstOrThrow();
        if (total <= most) return Number(old);
        const unused = db
          .selectFrom("buttons")
          .select("key")
          .orderBy("used_at")
          .orderBy("key")
          .limit(total - most);
        const { numDeletedRows: beyond } = await db
          .deleteFrom("buttons")
          .where("key", "in", unused)
          .executeTakeFirst();
        return Number(old + beyond);
      }),
  };
}
