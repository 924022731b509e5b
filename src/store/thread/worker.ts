/** The store's thread: neither a slow disk nor the making of queries holds up whoever answers. */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { Supervisor } from "../opening/supervisor.js";
import type { StorePlace } from "../place.js";
import type { Repositories } from "../port.js";
import { type Asked, type Kind, METHODS, sent, type Told } from "./messages.js";

let repositories: Promise<Repositories> | undefined;

async function serve(port: MessagePort): Promise<void> {
  const tell = (told: Told) => port.postMessage(told);
  try {
    const supervisor = new Supervisor({
      ...(workerData as StorePlace),
      onChange: (health) => tell({ changed: health }),
    });
    port.on("message", (asked: Asked) => {
      answer(asked, supervisor)
        .then(
          (value): Told => ({ id: asked.id, value }),
          (error: unknown): Told => ({ id: asked.id, error: sent(error) }),
        )
        .then(tell)
        .finally(() => {
          if (asked.kind === "store" && asked.method === "close") port.close();
        });
    });
    await supervisor.start();
    tell({ opened: true });
  } catch (error) {
    tell({ failed: sent(error) });
    port.close();
  }
}

async function answer(asked: Asked, supervisor: Supervisor): Promise<unknown> {
  if (asked.kind === "store") {
    return asked.method === "close" ? supervisor.close() : supervisor.health();
  }
  // Loaded with the first question: opening can do without.
  repositories ??= import("../repositories/index.js").then((module) => module.createRepositories(supervisor));
  const { kind, method, args } = asked;
  return call(await repositories, kind, method, args);
}

/** The arguments are those of the method that was called: the other side has its types from the same interface. */
function call(all: Repositories, kind: Kind, method: string, args: readonly unknown[]): unknown {
  if (!Object.hasOwn(METHODS[kind], method)) throw new Error(`${kind} has no ${method}`);
  const repository = all[kind] as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  return repository[method]?.(...args);
}

if (parentPort) await serve(parentPort);
