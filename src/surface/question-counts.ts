/** How often each command was asked on each platform, and what came of it. Nothing of what people type is a name here. */
import type { Bot, Edition } from "../chat/contract.js";
import type { AnsweredQuestion } from "../chat/ports.js";

export interface QuestionCount {
  readonly surface: string;
  /** "" where what was said names no command. */
  readonly command: string;
  /** "ok", "choices", "empty", or the code of what went wrong. */
  readonly outcome: string;
  readonly asked: number;
}

type Counted = { -readonly [Name in keyof QuestionCount]: QuestionCount[Name] };

export class QuestionCounts {
  readonly #counts = new Map<string, Counted>();

  get counts(): readonly QuestionCount[] {
    return [...this.#counts.values()];
  }

  /**
   * The bot as a surface is given it: what it is asked there is counted. The same object for as long as the edition lasts,
   * as the bot itself.
   */
  of(surface: string, bot: () => Bot): () => Bot {
    // Weak: nothing here may hold on to an edition that is in use no more.
    const counted = new WeakMap<Edition, Bot>();
    const answered = (question: AnsweredQuestion) => this.#count(surface, question);
    return () => {
      const current = bot();
      const known = counted.get(current.edition);
      if (known) return known;
      const made = { ...current, ports: { ...current.ports, answered } };
      counted.set(current.edition, made);
      return made;
    };
  }

  #count(surface: string, { command, status, error }: AnsweredQuestion): void {
    const labels = { surface, command: command ?? "", outcome: error?.code ?? status };
    const key = JSON.stringify(labels);
    const known = this.#counts.get(key);
    if (known) known.asked++;
    else this.#counts.set(key, { ...labels, asked: 1 });
  }
}
