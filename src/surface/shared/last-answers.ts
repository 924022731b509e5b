/** The last answer of each conversation, shared by processes: another may answer what is said next. */
import { z } from "zod";
import { choiceSchema, questionSchema } from "../../chat/answer/schema.js";
import { communityOf } from "../../chat/kept.js";
import type { Conversation, LastAnswer, LastAnswers } from "../../chat/ports.js";
import type { KeptAnswer, Repositories } from "../../store/port.js";
import { conversationKey, unnamed } from "../conversation.js";
import { MemoryLastAnswers, REMEMBERED } from "../memory/last-answers.js";
import { Gathered } from "./gathered.js";
import type { Patience } from "./patience.js";

/** Of longer ones nothing but the question is shared. */
const LONGEST = 50_000;
/** Milliseconds between two times that old ones are forgotten. */
const FORGET_EVERY = 5 * 60_000;

/** Another process may be of another version. */
const sharedSchema = z.object({
  asked: questionSchema.nullable(),
  choices: z.array(choiceSchema),
  lines: z.array(questionSchema.nullable()),
});

type Answers = Repositories["answers"];

export class SharedLastAnswers implements LastAnswers {
  readonly #memory = new MemoryLastAnswers();
  readonly #answers: () => Promise<Answers>;
  readonly #patience: Patience;
  readonly #writing: Gathered<KeptAnswer>;
  #forgotten = Number.NEGATIVE_INFINITY;

  /** @param answers rejects while the store is away: then a process knows what it answered itself */
  constructor(answers: () => Promise<Answers>, patience: Patience) {
    this.#answers = answers;
    this.#patience = patience;
    this.#writing = new Gathered((kept) => this.#write(kept));
  }

  async get(where: Conversation, now: Date): Promise<LastAnswer | undefined> {
    const shared = await this.#patience.for(async () => (await this.#answers()).find(nameOf(where)));
    const own = this.#memory.kept(where, now);
    const given = shared?.at.getTime() ?? Number.NEGATIVE_INFINITY;
    // Its own it has already; what others gave since it reads.
    const isNewer = own === undefined ? now.getTime() - given <= REMEMBERED : given > own.since;
    const read = shared !== undefined && isNewer ? readShared(shared.body) : undefined;
    return read ?? own?.last;
  }

  set(where: Conversation, last: LastAnswer, now: Date): void {
    this.#memory.set(where, last, now);
    const { place, asker } = where;
    const whole = JSON.stringify(last);
    this.#writing.add({
      conversation: nameOf(where),
      community: communityOf(place),
      ...(asker === undefined ? {} : { person: asker.id }),
      body:
        whole.length > LONGEST
          ? JSON.stringify({ ...last, choices: [], lines: [] } satisfies LastAnswer)
          : whole,
      at: now,
    });
  }

  /** Resolves once nothing waits to be written. */
  settle(): Promise<void> {
    return this.#writing.settle();
  }

  async #write(kept: readonly KeptAnswer[]): Promise<void> {
    const newest = new Map(kept.map((answer) => [answer.conversation, answer]));
    try {
      const answers = await this.#answers();
      await answers.keep([...newest.values()]);
      const at = Math.max(...kept.map((answer) => answer.at.getTime()));
      if (at - this.#forgotten < FORGET_EVERY) return;
      this.#forgotten = at;
      await answers.purge(new Date(at - REMEMBERED));
    } catch (error) {
      this.#patience.failed(error);
    }
  }
}

function readShared(body: string): LastAnswer | undefined {
  return sharedSchema.safeParse(JSON.parse(body)).data;
}

function nameOf(where: Conversation): string {
  return unnamed(conversationKey(where));
}
