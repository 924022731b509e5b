import type { Engine } from "../engine.js";
import type { Keys } from "../port.js";

export function createKeys(engine: Engine): Keys {
  return {
    of: (name, made) =>
      engine.write(async (db) => {
        await db
          .insertInto("keys")
          .values({ name, value: made })
          .onConflict((conflict) => conflict.column("name").doNothing())
          .execute();
        // Of several that make one at once the first one stands.
        const { value } = await db
          .selectFrom("keys")
          .select("value")
          .where("name", "=", name)
          .executeTakeFirstOrThrow();
        return value;
      }),
  };
}
