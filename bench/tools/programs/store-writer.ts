/**
 * A process that writes votes into nights, for tests and benchmarks that end it at any moment:
 * `store-writer.js PLACE NAME WRITERS`. Once the store is open it says "ready"; then a line for each vote that was
 * acknowledged: its night and its key.
 */
import { writeSync } from "node:fs";
import { openStore } from "../../../src/store/open.js";
import type { StorePlace } from "../../../src/store/place.js";
import type { Store } from "../../../src/store/port.js";

export const NIGHTS = ["night-1", "night-2"] as const;

/** Makes the nights where they are not there yet. */
export async function makeNights(store: Store): Promise<void> {
  const place = { platform: "discord", chat: "1" };
  const events = [{ body: '{"kind":"opened"}', at: new Date() }];
  for (const id of NIGHTS) {
    await store.nights.create({ id, community: "discord:1", place, createdAt: new Date() }, { events });
  }
}

/** Fulfilled once the vote is acknowledged. */
export async function vote({ nights }: Store, night: string, person: string, key: string): Promise<void> {
  const events = [{ body: '{"kind":"vote","film":862,"approves":true}', by: person, at: new Date() }];
  const { kind } = await nights.append(night, { key, events });
  if (kind !== "appended" && kind !== "repeated") throw new Error(`the vote ended as ${kind}`);
}

async function write([place, name = "", writers = "1"]: readonly string[]): Promise<void> {
  const store = await openStore(JSON.parse(place ?? "") as StorePlace);
  await makeNights(store);
  writeSync(1, "ready\n");
  const writer = async (number: number) => {
    const night = NIGHTS[number % NIGHTS.length] ?? NIGHTS[0];
    const person = `discord:${name}-${number}`;
    for (let count = 0; ; count += 1) {
      const key = `${person}-${count}`;
      await vote(store, night, person, key);
      // At once: what is said here was acknowledged, whatever comes next.
      writeSync(1, `${night} ${key}\n`);
    }
  };
  await Promise.all(Array.from({ length: Number(writers) }, (_, number) => writer(number)));
}

// The server was stopped: what it did not acknowledge may be lost.
if (process.argv[1]?.endsWith("store-writer.js"))
  await write(process.argv.slice(2)).catch(() => process.exit(3));
