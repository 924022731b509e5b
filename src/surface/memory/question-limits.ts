/** How many questions were asked in this minute, by whom and where. */
import type { Admission, Conversation, QuestionLimits } from "../../chat/ports.js";
import { admissionOf, type Limits, limitsOf, QuestionCounting, strictest } from "../question-counting.js";

export class MemoryQuestionLimits implements QuestionLimits {
  readonly #counting = new QuestionCounting();

  /** A question counts for both, also where it is one too many for one of them. */
  admit(where: Conversation, limits: Limits, now: Date): Admission {
    const admissions = limitsOf(where, limits).map(({ key, most }) => {
      const count = this.#counting.count(key, now);
      return admissionOf(count, count.questions, most);
    });
    return strictest(admissions);
  }
}
