/** Opens the store of a running program. What it is made of is loaded in its thread, and not before. */
import type { StoreOptions } from "./opening/options.js";
import type { Repositories, Store } from "./port.js";
import { type Kind, METHODS } from "./thread/messages.js";
import { StoreThread } from "./thread/thread.js";

export type { StoreOptions } from "./opening/options.js";

/**
 * Opens the store, and brings its schema up to date. Fulfilled once it was tried: where it is away then, it is tried
 * again until it is there, and whoever asks meanwhile is refused with StoreUnavailable at once.
 * @throws OperatorError where the stored data is of a newer program, or the address is none
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const thread = new StoreThread(options);
  await thread.open();
  return {
    ...repositoriesOf(thread),
    health: () => thread.health(),
    close: () => thread.close(),
  };
}

/** Each method asks the thread for its like. */
function repositoriesOf(thread: StoreThread): Repositories {
  const asking = (kind: Kind, method: string) => [
    method,
    (...args: readonly unknown[]) => thread.ask({ kind, method, args }),
  ];
  const kinds = Object.entries(METHODS) as [Kind, Readonly<Record<string, true>>][];
  return Object.fromEntries(
    kinds.map(([kind, methods]) => [
      kind,
      Object.fromEntries(Object.keys(methods).map((method) => asking(kind, method))),
    ]),
    // What is made from METHODS has the methods of the interface that METHODS is checked against.
  ) as unknown as Repositories;
}
