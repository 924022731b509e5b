/**
 * A load balancer: whatever is asked goes to the next of its targets in turn. One that does not listen is passed over; of
 * one that breaks off nobody knows whether it did what was asked, so that whoever asked is told (502) and may ask again.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { close, listen } from "../http.js";

export interface Balancer {
  /** "http://127.0.0.1:41234". */
  readonly address: string;
  /** Sends what comes from now on to these addresses, in turn. */
  point(targets: readonly string[]): void;
  /** The target that each request was handed to, in the order in which they were; one that does not listen too. */
  readonly handed: readonly string[];
  close(): Promise<void>;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

export async function startBalancer(): Promise<Balancer> {
  const handed: string[] = [];
  let targets: readonly string[] = [];
  let turn = 0;
  const answer = async (asked: IncomingMessage, response: ServerResponse) => {
    const body = await whole(asked);
    // Those that are there when it comes.
    const order = targets.map((_, at) => targets[(turn + at) % targets.length] ?? "");
    turn += 1;
    for (const target of order) {
      handed.push(target);
      const given = await forward(asked, body, target);
      if (given === "refused") continue;
      if (given === "broken") break;
      response.writeHead(given.status, given.headers).end(given.body);
      return;
    }
    response.writeHead(502).end();
  };
  const server = createServer((asked, response) => {
    answer(asked, response).catch(() => response.destroy());
  });
  const address = await listen(server);
  return {
    address,
    handed,
    point(wanted) {
      targets = wanted;
    },
    close: () => close(server),
  };
}

async function whole(asked: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of asked) pieces.push(piece);
  return Buffer.concat(pieces);
}

function forward(
  { url, method, headers }: IncomingMessage,
  body: Buffer,
  target: string,
): Promise<Answered | "refused" | "broken"> {
  return new Promise((resolve) => {
    const asking = request(new URL(url ?? "/", target), { method, headers, agent: false }, (given) => {
      whole(given).then(
        (read) => resolve({ status: given.statusCode ?? 502, headers: given.headers, body: read }),
        () => resolve("broken"),
      );
    });
    asking.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ECONNREFUSED" ? "refused" : "broken"),
    );
    asking.end(body);
  });
}
