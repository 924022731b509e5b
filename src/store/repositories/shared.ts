/** What several processes share for minutes. Each is one statement, so that a process asks for it in one round trip. */
import { sql } from "kysely";
import type { Engine } from "../engine.js";
import type { KeptAnswers, QuestionCounts, SeenUpdates } from "../port.js";
import type { QuestionCountsTable } from "../tables.js";
import { inParts, ofParts } from "./common.js";

export function createSeenUpdates(engine: Engine): SeenUpdates {
  return {
    take: async (platform, id, now, until) => {
      const row = await engine.statement((db) =>
        db
          .insertInto("seen_updates")
          .values({ platform, id, at: now.getTime(), until: until.getTime() })
          .onConflict((conflict) =>
            conflict
              .columns(["platform", "id"])
              .doUpdateSet({ until: until.getTime() })
              .where("seen_updates.until", "<=", now.getTime()),
          )
          .returning("id")
          .executeTakeFirst(),
      );
      if (row) return "mine";
      const known = await engine.read((db) =>
        db
          .selectFrom("seen_updates")
          .select("until")
          .where("platform", "=", platform)
          .where("id", "=", id)
          .executeTakeFirst(),
      );
      return known?.until === null ? "done" : "held";
    },

    answered: async (platform, ids) => {
      for (const part of inParts(ids)) {
        await engine.statement((db) =>
          db
            .updateTable("seen_updates")
            .set({ until: null })
            .where("platform", "=", platform)
            .where("id", "in", part)
            .execute(),
        );
      }
    },

    purge: (before) =>
      engine.write(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("seen_updates")
          .where("at", "<", before.getTime())
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

export function createKeptAnswers(engine: Engine): KeptAnswers {
  return {
    keep: async (answers) => {
      const rows = answers.map(({ conversation, community, person = null, body, at }) => ({
        conversation,
        community,
        person,
        body,
        at: at.getTime(),
      }));
      // In order of their keys: two processes that write the same ones do not wait for each other.
      rows.sort((one, other) => (one.conversation < other.conversation ? -1 : 1));
      for (const part of inParts(rows)) {
        await engine.statement((db) =>
          db
            .insertInto("last_answers")
            .values(part)
            .onConflict((conflict) =>
              conflict
                .column("conversation")
                .doUpdateSet((values) => ({
                  body: values.ref("excluded.body"),
                  at: values.ref("excluded.at"),
                }))
                .whereRef("last_answers.at", "<=", sql.ref("excluded.at")),
            )
            .execute(),
        );
      }
    },

    find: async (conversation) => {
      const row = await engine.read((db) =>
        db
          .selectFrom("last_answers")
          .select(["body", "at"])
          .where("conversation", "=", conversation)
          .executeTakeFirst(),
      );
      return row && { body: row.body, at: new Date(row.at) };
    },

    purge: (before) =>
      engine.write(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("last_answers")
          .where("at", "<", before.getTime())
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

export function createQuestionCounts(engine: Engine): QuestionCounts {
  return {
    add: async (counts, now, begun) => {
      const since = now.getTime();
      const ordered = [...counts].sort((one, other) => (one.key < other.key ? -1 : 1));
      const isOver = sql`question_counts.since <= ${begun.getTime()}`;
      const rows = await ofParts(ordered, async (part) => {
        const values = part.map(
          ({ key, questions, told }) => sql`(${key}, ${since}, ${questions}, ${told ? 1 : 0})`,
        );
        const { rows } = await engine.statement((db) =>
          sql<QuestionCountsTable>`
            insert into question_counts (key, since, questions, told) values ${sql.join(values)}
            on conflict (key) do update set
              since = case when ${isOver} then excluded.since else question_counts.since end,
              questions = case when ${isOver} then 0 else question_counts.questions end + excluded.questions,
              told = case when not (${isOver}) and question_counts.told = 1 then 1 else excluded.told end
            returning *`.execute(db),
        );
        return rows;
      });
      return rows.map((row) => ({
        key: row.key,
        since: new Date(row.since),
        questions: row.questions,
        told: row.told === 1,
      }));
    },

    purge: (before) =>
      engine.write(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom("question_counts")
          .where("since", "<", before.getTime())
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}
