/** A store in this thread, for tools that do one thing and end; the running program has it in a thread of its own. */
import type { Store } from "../port.js";
import { createRepositories } from "../repositories/index.js";
import type { StoreOptions } from "./options.js";
import { Supervisor } from "./supervisor.js";

/** @throws OperatorError where its schema is of a newer program, or its address is none */
export async function openStoreHere(options: StoreOptions): Promise<Store> {
  const supervisor = new Supervisor(options);
  await supervisor.start().catch(async (error: unknown) => {
    await supervisor.close();
    throw error;
  });
  return {
    ...createRepositories(supervisor),
    health: () => supervisor.health(),
    close: () => supervisor.close(),
  };
}
