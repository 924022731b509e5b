/** Sending interactions to the bot: over the gateway, or signed to its HTTP endpoint. */

import type { Gateway } from "../gateway/gateway.js";
import type { Message } from "../messages/message.js";
import { Refused, refused } from "../refused.js";
import type {
  Endpoint,
  EndpointResponse,
  From,
  InteractionResult,
  Json,
  SignedRequest,
  SignOptions,
} from "../types.js";
import type { World } from "../world.js";
import { planCallback } from "./callbacks.js";
import { type Interaction, Kind } from "./interaction.js";
import { placeOf } from "./people.js";
import type { Signer } from "./signing.js";

interface Sending {
  readonly kind: number;
  readonly data: unknown;
  readonly from: From;
  readonly optionType?: number;
  readonly source?: Message;
}

const ENDPOINT_TIMEOUT = 3_000;
const PROBES: readonly SignOptions["wrong"][] = ["signature", "key", "missing-signature"];

export class Delivery {
  #endpoint: Endpoint | undefined;
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #signer: Signer;

  constructor(world: World, gateway: Gateway, signer: Signer) {
    this.#world = world;
    this.#gateway = gateway;
    this.#signer = signer;
  }

  /** Sends an interaction and waits for its first response. */
  async send(sending: Sending): Promise<InteractionResult> {
    const world = this.#world;
    const interaction = world.interactions.start(sending);
    world.counters.interactions += 1;
    const payload = this.#payload(interaction, sending);
    if (this.#endpoint) {
      await this.#post(this.#endpoint, interaction, payload);
    } else if (this.#gateway.dispatch("INTERACTION_CREATE", payload, sending.from.guild) === 0) {
      world.counters.undelivered += 1;
      interaction.status = "undelivered";
      return interaction;
    }
    await interaction.watch(() => interaction.acknowledged, world.settings.answerTimeoutMs);
    return interaction;
  }

  async useEndpoint(endpoint: Endpoint | undefined): Promise<void> {
    if (endpoint !== undefined) await this.#probe(endpoint);
    this.#endpoint = endpoint;
  }

  #payload({ id, token, kind }: Interaction, { data, from, source }: Sending): Json {
    return {
      id,
      application_id: this.#world.settings.applicationId,
      type: kind,
      ...(data === undefined ? {} : { data }),
      ...(source ? { message: source.toJson() } : {}),
      ...placeOf(from),
      token,
      version: 1,
    };
  }

  /** The response of an endpoint is the callback; 202 promises one over REST. */
  async #post(endpoint: Endpoint, interaction: Interaction, payload: Json): Promise<void> {
    const world = this.#world;
    try {
      const response = await call(endpoint, this.#signer.signed(payload, world.clock.now()));
      if (response.status === 202) return;
      if (response.status !== 200)
        throw new Refused(response.status, 0, `the endpoint said ${response.status}`);
      planCallback(world, interaction, parsed(response), [])();
    } catch (error) {
      interaction.refuse(
        error instanceof Refused ? error : new Refused(0, 0, String(error)),
        world.clock.now(),
      );
    }
  }

  /** What Discord does when an address is entered: a PING, and bad signatures that must get 401. */
  async #probe(endpoint: Endpoint): Promise<void> {
    const world = this.#world;
    const signer = this.#signer;
    const interaction = world.interactions.start({ kind: Kind.ping, from: {} });
    const ping = this.#payload(interaction, { kind: Kind.ping, data: undefined, from: {} });
    const now = world.clock.now();
    for (const wrong of PROBES) {
      const { status } = await call(endpoint, signer.signed(ping, now, { wrong }));
      if (status !== 401)
        throw new Error(`the endpoint answered a bad signature (${wrong}) with ${status}, not 401`);
    }
    const response = await call(endpoint, signer.signed(ping, now));
    if (response.status !== 200) throw new Error(`the endpoint answered PING with ${response.status}`);
    planCallback(world, interaction, parsed(response), [])();
  }
}

async function call(endpoint: Endpoint, request: SignedRequest): Promise<EndpointResponse> {
  if (typeof endpoint === "function") return await endpoint(request);
  const response = await fetch(endpoint, {
    method: "POST",
    headers: request.headers,
    body: new Uint8Array(request.rawBody),
    signal: AbortSignal.timeout(ENDPOINT_TIMEOUT),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

function parsed({ body }: EndpointResponse): unknown {
  try {
    return JSON.parse(Buffer.from(body ?? "").toString("utf8"));
  } catch {
    throw refused.invalidJson();
  }
}
