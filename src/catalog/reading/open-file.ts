/** A file that stays open as long as something refers to it: its version may be pruned while it is still in use. */
import { closeSync, openSync } from "node:fs";

const forgotten = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

export class OpenFile {
  readonly path: string;
  readonly descriptor: number;

  constructor(path: string) {
    this.path = path;
    this.descriptor = openSync(path, "r");
    forgotten.register(this, this.descriptor, this);
  }

  /** For what nobody reads from any more. */
  close(): void {
    forgotten.unregister(this);
    closeSync(this.descriptor);
  }
}
