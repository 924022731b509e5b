/** How many questions are asked over HTTP, and what becomes of them. */
import type { FastifyInstance } from "fastify";
import type { SurfaceFigures } from "../../../surface/port.js";

export class QuestionFigures {
  #answered = 0;
  #lost = 0;
  #inFlight = 0;

  /** Counts what is asked at the addresses that are mounted in `app` from here on. */
  count(app: FastifyInstance): void {
    app.addHook("onRequest", (_request, { raw: response }, done) => {
      this.#inFlight++;
      response.once("close", () => {
        this.#inFlight--;
        // Whoever goes before the answer is there does not get it.
        if (response.writableFinished) this.#answered++;
        else this.#lost++;
      });
      done();
    });
  }

  /** Nothing comes late or twice over HTTP: whoever asks waits for the answer. */
  get figures(): SurfaceFigures {
    return {
      answered: this.#answered,
      late: 0,
      lost: this.#lost,
      repeated: 0,
      inFlight: this.#inFlight,
    };
  }
}
