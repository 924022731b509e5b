/** The store of the running program, opened beside everything else: nothing that can be answered without it waits. */
import { StoreUnavailable } from "../../store/errors.js";
import { openStore } from "../../store/open.js";
import type { StorePlace } from "../../store/place.js";
import type { Store, StoreHealth } from "../../store/port.js";
import { OperatorError, type Words } from "../../words.js";
import type { Logger } from "../log.js";

export interface LastingStore {
  /** The store once it was tried. @throws StoreUnavailable where it never will serve as things are set */
  readonly opened: () => Promise<Store>;
  /** Ends what is under way. Never rejects. */
  close(): Promise<void>;
}

/** @param tell says one line to the operator, where the store never will serve as things are set */
export function lastingStore(
  place: StorePlace,
  { log, tell }: { readonly log: Logger; readonly tell: (words: Words) => void },
): LastingStore {
  const opening = openStore({ ...place, onChange: (health) => logChange(health, log) }).catch(
    (error: unknown) => {
      if (error instanceof OperatorError) tell(error.words);
      else log.error({ err: error }, "the store cannot be opened");
      throw new StoreUnavailable("broken");
    },
  );
  // Whoever asks for it is told.
  opening.catch(() => undefined);
  return {
    opened: () => opening,
    close: () =>
      opening.then(
        (store) => store.close(),
        () => undefined,
      ),
  };
}

function logChange({ engine, state, code }: StoreHealth, log: Logger): void {
  if (state === "ready") log.info({ engine }, "the store serves");
  else log.warn({ engine, code }, "the store is away: what needs it has to wait");
}
