/** What is sent after a first response: the answer it promised, and better versions as they come. */
import type { InFlight } from "./in-flight.js";
import type { Interaction } from "./incoming.js";
import type { InteractionQueue } from "./queue.js";
import type { Replies } from "./replies.js";
import type { Responses, Update } from "./responses.js";

export interface AfterwardsParts {
  readonly queue: InteractionQueue;
  readonly replies: Replies;
  readonly inFlight: InFlight;
  /** Aborted when we end: better versions are not waited for. */
  readonly ending: AbortSignal;
}

export class Afterwards {
  readonly #parts: AfterwardsParts;

  constructor(parts: AfterwardsParts) {
    this.#parts = parts;
  }

  /** Follows what has just been sent: resolves when what was promised is too; better versions hold up nobody. Never rejects. */
  async follow({ interaction, promised, better, onShown }: Responses): Promise<void> {
    if (!interaction) return;
    const { queue, replies } = this.#parts;
    const sent = performance.now();
    if (promised) {
      await queue.afterwards(async () => {
        const update = await promised();
        await replies.promised(interaction, update, sent);
        this.#shown(interaction, update.onShown, sent);
        this.#improve(interaction, update.better, sent);
      });
    }
    this.#shown(interaction, onShown, sent);
    this.#improve(interaction, better, sent);
  }

  /** Tells where the answer stands, for what changes by itself. */
  #shown(interaction: Interaction, onShown: Responses["onShown"], sent: number): void {
    if (!onShown) return;
    const { replies, inFlight } = this.#parts;
    inFlight.add(
      replies.original(interaction, sent).then((id) => (id === undefined ? undefined : onShown(id))),
    );
  }

  #improve(interaction: Interaction, better: Responses["better"], sent: number): void {
    if (!better) return;
    const { replies, inFlight, ending } = this.#parts;
    const send = async (update: Update) => {
      await replies.update(interaction, update, sent);
      this.#improve(interaction, update.better, sent);
    };
    void better().then((update) => {
      if (!ending.aborted) inFlight.add(send(update));
    });
  }
}
