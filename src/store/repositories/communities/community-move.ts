/** A group goes on under another id: all that is kept of it goes along, in one transaction. */
import { sql } from "kysely";
import type { Queries } from "../../engine.js";
import { KEYS, OWNED_BY_COMMUNITY, type Ownership, type TableName } from "../../tables.js";
import { lastNumber } from "./settings.js";

/** Tables that name the chat itself where a topic of it is meant. */
const NAME_THE_CHAT = ["settings", "setting_changes", "announcements"] as const satisfies TableName[];

export async function moveCommunity(db: Queries, from: string, to: string): Promise<void> {
  const [chat, newChat] = [chatOf(from), chatOf(to)];
  for (const table of NAME_THE_CHAT) {
    await sql`update ${sql.table(table)} set channel = ${newChat}
      where community = ${from} and channel = ${chat}`.execute(db);
  }
  await makeRoomInHistory(db, from, to);
  for (const ownership of OWNED_BY_COMMUNITY) await moveRows(db, from, to, ownership);
  // Whoever moved is there.
  await db.deleteFrom("removals").where("community", "=", to).execute();
  const moved = db.selectFrom("nights").select("id").where("community", "=", to).where("chat", "=", chat);
  // What stands in the old chat can be changed no more, and in the new one its number is another message's.
  await db.deleteFrom("night_posts").where("night", "in", moved).where("chat", "=", chat).execute();
  await db
    .updateTable("nights")
    .set({ chat: newChat })
    .where("community", "=", to)
    .where("chat", "=", chat)
    .execute();
}

/** "telegram:-5" is the chat -5. */
function chatOf(community: string): string {
  return community.slice(community.indexOf(":") + 1);
}

/** What was changed under the new id already came after what is moved there. */
async function makeRoomInHistory(db: Queries, from: string, to: string): Promise<void> {
  const [before, after] = [await lastNumber(db, from), await lastNumber(db, to)];
  if (before === 0 || after === 0) return;
  // No number may be two changes' on the way.
  const room = Math.max(before, after);
  await db
    .updateTable("setting_changes")
    .set((row) => ({ number: row("number", "+", room), undoes: row("undoes", "+", room) }))
    .where("community", "=", to)
    .execute();
}

async function moveRows(
  db: Queries,
  from: string,
  to: string,
  { table, column, as }: Ownership,
): Promise<void> {
  const key: readonly string[] = KEYS[table];
  const [rows, owner] = [sql.table(table), sql.ref(column)];
  if (key.includes(column)) {
    // What the new one has already stands.
    const same = [
      sql`there.${owner} = ${as(to)}`,
      ...key
        .filter((one) => one !== column)
        .map((one) => sql`there.${sql.ref(one)} = ${rows}.${sql.ref(one)}`),
    ];
    await sql`delete from ${rows} where ${owner} = ${as(from)}
      and exists (select 1 from ${rows} as there where ${sql.join(same, sql` and `)})`.execute(db);
  }
  await sql`update ${rows} set ${owner} = ${as(to)} where ${owner} = ${as(from)}`.execute(db);
}
