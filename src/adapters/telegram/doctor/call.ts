/** A call of the Bot API for looking, not for serving: once, with no further tries. */
import type { z } from "zod";
import { createTransport } from "../transport/transport.js";

/** Telegram said no. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly code: number,
    method: string,
  ) {
    super(`${method}: ${code}`);
  }
}

export interface Caller {
  /** @throws Refusal, CallFailure where nothing came back, ZodError for what is not of that form */
  call<T>(method: string, schema: z.ZodType<T>, payload?: object): Promise<T>;
  close(): void;
}

export function createCaller(apiRoot: string, token: string, patience: number): Caller {
  const transport = createTransport({ call: patience, poll: 0 }, process.env);
  return {
    async call(method, schema, payload = {}) {
      const response = await transport.fetch(`${apiRoot}/bot${token}/${method}`, {
        body: JSON.stringify(payload),
      });
      const answer = await response.json();
      if (!answer.ok) throw new Refusal(answer.error_code, method);
      return schema.parse(answer.result);
    },
    close: () => transport.close(),
  };
}
