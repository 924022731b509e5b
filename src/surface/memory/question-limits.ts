/** How many questions were asked in this minute, by whom and where. */
import type { Admission, Conversation, QuestionLimits } from "../../chat/ports.js";
import type { Settings } from "../../settings/declared.js";
import { BoundedMap } from "../bounded-map.js";

const MINUTE = 60_000;
/** People and channels of whom it is remembered. */
const KEPT = 50_000;

/** The questions of somebody, or of a channel, in the minute that began at `since`. */
interface Count {
  since: number;
  questions: number;
  told: boolean;
}

export class MemoryQuestionLimits implements QuestionLimits {
  readonly #counts = new BoundedMap<string, Count>(KEPT);

  /** A question counts for both, also where it is one too many for one of them. */
  admit(
    { place, asker }: Conversation,
    { perPerson, perChannel }: Pick<Settings, "perPerson" | "perChannel">,
    now: Date,
  ): Admission {
    const { platform, server = "", chat, topic = "" } = place;
    const channel = [platform, server, chat, topic].join("\n");
    const admissions = [
      asker && perPerson > 0 ? this.#count(`${channel}\n${asker.id}`, perPerson, now) : "answered",
      perChannel > 0 ? this.#count(channel, perChannel, now) : "answered",
    ] as const;
    // Who was told need not be told again for the channel's sake.
    return (
      admissions.find((one) => one === "silent") ?? admissions.find((one) => one === "told") ?? "answered"
    );
  }

  #count(key: string, most: number, now: Date): Admission {
    const time = now.getTime();
    const known = this.#counts.get(key);
    const isOver = known === undefined || time - known.since >= MINUTE || time < known.since;
    const count = isOver ? { since: time, questions: 0, told: false } : known;
    if (isOver) this.#counts.set(key, count);
    count.questions++;
    if (count.questions <= most) return "answered";
    if (count.told) return "silent";
    count.told = true;
    return "told";
  }
}
