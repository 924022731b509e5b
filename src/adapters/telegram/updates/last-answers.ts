/** What was answered last in each private chat, as far as something typed may pick from it. */
import type { Choice } from "../../../chat/answer/answer.js";
import { saidChoice } from "../../../chat/line/said.js";
import { Bounded } from "../bounded.js";
import type { Saying } from "./responder.js";
import type { Place } from "./place.js";

const CHATS_KEPT = 10_000;

export class LastAnswers {
  /** By chat: the choices that have words. */
  readonly #choices = new Bounded<number, readonly Choice[]>(CHATS_KEPT);

  /** Remembers what is being said there, and forgets what was before. */
  note({ chat }: Pick<Place, "chat">, saying: Saying): void {
    // Groups have negative numbers; what is said there is not read.
    if (chat < 0) return;
    const choices =
      saying.kind === "answer" ? saying.answer.choices?.filter(({ said }) => said !== undefined) : undefined;
    if (choices?.length) this.#choices.set(chat, choices);
    else this.#choices.delete(chat);
  }

  /** The choice of the last answer that a text picks. */
  choiceSaid({ chat }: Pick<Place, "chat">, text: string): Choice | undefined {
    return saidChoice({ choices: this.#choices.get(chat) }, text);
  }
}
