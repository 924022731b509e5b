import type { Engine } from "../engine.js";
import type { Lease, Leases } from "../port.js";
import type { LeasesTable } from "../tables.js";

export function createLeases(engine: Engine): Leases {
  return {
    take: (name, owner, now, until) =>
      engine.write(async (db) => {
        const row = await db
          .insertInto("leases")
          .values({ name, owner, fence: 1, until: until.getTime() })
          .onConflict((conflict) =>
            conflict
              .column("name")
              .doUpdateSet((values) => ({
                owner,
                fence: values("leases.fence", "+", 1),
                until: until.getTime(),
              }))
              .where((where) =>
                where.or([
                  where("leases.owner", "is", null),
                  where("leases.owner", "=", owner),
                  where("leases.until", "<=", now.getTime()),
                ]),
              ),
          )
          .returningAll()
          .executeTakeFirst();
        return row && held(row);
      }),

    renew: ({ name, owner, fence }, until) =>
      engine.write(async (db) => {
        const row = await db
          .updateTable("leases")
          .set({ until: until.getTime() })
          .where("name", "=", name)
          .where("owner", "=", owner)
          .where("fence", "=", fence)
          .returningAll()
          .executeTakeFirst();
        return row && held(row);
      }),

    release: ({ name, owner, fence }) =>
      engine.write(async (db) => {
        await db
          .updateTable("leases")
          .set({ owner: null })
          .where("name", "=", name)
          .where("owner", "=", owner)
          .where("fence", "=", fence)
          .execute();
      }),

    holder: (name, now) =>
      engine.read(async (db) => {
        const row = await db
          .selectFrom("leases")
          .selectAll()
          .where("name", "=", name)
          .where("until", ">", now.getTime())
          .executeTakeFirst();
        return row && held(row);
      }),
  };
}

/** Undefined for one that was given back. */
function held({ name, owner, fence, until }: LeasesTable): Lease | undefined {
  return owner === null ? undefined : { name, owner, fence, until: new Date(until) };
}
