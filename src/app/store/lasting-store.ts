/** The store of the running program, opened beside everything else: nothing that can be answered without it waits. */
import { StoreUnavailable } from "../../store/errors.js";
import { openStore } from "../../store/open.js";
import { isStoreThere, type StorePlace } from "../../store/place.js";
import type { Store, StoreHealth } from "../../store/port.js";
import type { StoreSettings } from "../../store/settings.js";
import { OperatorError, type Words } from "../../words.js";
import type { Logger } from "../log.js";

export interface LastingStore {
  /** Whether other processes, on other machines too, may share it. */
  readonly isShared: boolean;
  /** Milliseconds that an answer about films waits at most for what it knows. */
  readonly patience: number;
  /**
   * The store once it was tried: opened by whoever asks first, since a bot that only answers about films needs no thread
   * for it. @throws StoreUnavailable where it never will serve as things are set
   */
  readonly opened: () => Promise<Store>;
  /** Whether anything may be kept: it was there before, or somebody asked for it since. */
  readonly isInUse: () => boolean;
  /** Resolves once somebody asked for it and it was tried; never, where nobody does or it cannot be. */
  readonly inUse: Promise<Store>;
  /** How it stands; undefined while nobody needed it. Never rejects. */
  health(): Promise<StoreHealth | undefined>;
  /** Ends what is under way. Never rejects. */
  close(): Promise<void>;
}

/** @param tell says one line to the operator, where the store never will serve as things are set */
export function lastingStore(
  { patience, ...place }: StoreSettings,
  { log, tell }: { readonly log: Logger; readonly tell: (words: Words) => void },
): LastingStore {
  let opening: Promise<Store> | undefined;
  let since = new Date();
  let use: (store: Store) => void = () => undefined;
  const inUse = new Promise<Store>((resolve) => {
    use = resolve;
  });
  const open = async () => {
    try {
      const store = await openStore({
        ...place,
        onChange: (health) => toldChange(health, { place, log, tell }),
      });
      use(store);
      return store;
    } catch (error) {
      since = new Date();
      if (error instanceof OperatorError) tell(error.words);
      else log.error({ err: error }, "the store cannot be opened");
      throw new StoreUnavailable("broken");
    }
  };
  const opened = () => {
    opening ??= open();
    return opening;
  };
  // What was kept before is needed from the start.
  if (isStoreThere(place)) opened().catch(() => undefined);
  const engine = place.databaseUrl === undefined ? "sqlite" : "postgres";
  return {
    isShared: place.databaseUrl !== undefined,
    patience,
    opened,
    isInUse: () => opening !== undefined,
    inUse,
    health: async () =>
      opening?.then(
        (store) => store.health(),
        () => ({ engine, state: "away", code: "broken", since }) as const,
      ),
    close: async () =>
      opening?.then(
        (store) => store.close(),
        () => undefined,
      ),
  };
}

interface Change {
  readonly place: StorePlace;
  readonly log: Logger;
  readonly tell: (words: Words) => void;
}

function toldChange({ engine, state, code }: StoreHealth, { place, log, tell }: Change): void {
  if (state === "ready") {
    log.info({ engine }, "the store serves");
    return;
  }
  // The address of a database holds its password.
  const { folder } = place;
  const where = engine === "sqlite" ? { folder } : {};
  log.warn({ engine, code, ...where }, "the store is away: what needs it has to wait");
  if (engine === "sqlite" && code === "broken") {
    tell({
      es: `Lo que guarda la gente no se puede leer o escribir en ${folder}: mira de quién es la carpeta, y STORE_DIR`,
      en: `What people keep cannot be read or written in ${folder}: see whose folder it is, and STORE_DIR`,
    });
  }
}
