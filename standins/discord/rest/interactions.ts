/** Routes that answer interactions: the first response, and the messages behind its token. */
import { newMessage, planCallback } from "../interactions/callbacks.js";
import { type Interaction, Type } from "../interactions/interaction.js";
import { DEFAULT_CHANNEL } from "../interactions/people.js";
import { isObject } from "../json.js";
import type { Message } from "../messages/message.js";
import { refused } from "../refused.js";
import type { Json } from "../types.js";
import { wrote } from "../world.js";
import { type Handler, NO_CONTENT, ok, type RestRequest, type Route } from "./route.js";

const MAX_FOLLOW_UPS = 5;

const callback: Handler = ({ world, params, query, body, uploads }) => {
  const [id, token] = params;
  const interaction = world.interactions.byToken(token ?? "");
  if (!interaction || interaction.id !== id) throw refused.unknownInteraction();
  const carryOut = planCallback(world, interaction, body, uploads);
  return () => {
    carryOut();
    return query.get("with_response") === "true" ? ok(callbackResponse(interaction)) : NO_CONTENT;
  };
};

function callbackResponse(interaction: Interaction): Json {
  const { id, kind, message, callback: sent, from } = interaction;
  const shows = sent?.type === Type.message || sent?.type === Type.update;
  return {
    interaction: {
      id,
      type: kind,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: message.loading,
        response_message_ephemeral: message.ephemeral,
        channel_id: from.channel ?? DEFAULT_CHANNEL,
        ...(from.guild !== undefined && { guild_id: from.guild }),
      }),
    },
    ...(shows && message && { resource: { type: sent.type, message: message.toJson() } }),
  };
}

/**
 * The interaction behind a webhook's token. Discord's codes: 10015 where nothing was answered yet (the webhook does
 * not exist before), 50027 with status 401 once the token is 15 minutes old.
 */
function interactionOf({ world, params }: RestRequest): Interaction {
  const [applicationId, token] = params;
  const interaction = world.interactions.byToken(token ?? "");
  if (!interaction || applicationId !== world.settings.applicationId) throw refused.unknownWebhook();
  if (world.clock.now() - interaction.sentAt > world.settings.tokenLifetimeMs) throw refused.expiredToken();
  if (!interaction.acknowledged || interaction.callback?.type === Type.choices)
    throw refused.unknownWebhook();
  return interaction;
}

function messageOf(request: RestRequest, interaction: Interaction): Message {
  const id = request.params[2] ?? "@original";
  const found =
    id === "@original" ? interaction.message : interaction.messages().find((message) => message.id === id);
  if (!found || found.deleted) throw refused.unknownMessage();
  return found;
}

function bodyOf({ body }: RestRequest): Json {
  if (body === undefined || body === null) return {};
  if (isObject(body)) return body;
  const message = "Only dictionaries may be used in a ModelType";
  throw refused.invalidForm([{ path: [], code: "MODEL_TYPE_CONVERT", message }]);
}

const getMessage: Handler = (request) => {
  const message = messageOf(request, interactionOf(request));
  return () => ok(message.toJson());
};

function editPlan(request: RestRequest, interaction: Interaction, message: Message) {
  const commit = message.prepareEdit(bodyOf(request), [], request.uploads);
  return () => {
    wrote(request.world, interaction, message, commit());
    return ok(message.toJson());
  };
}

const editMessage: Handler = (request) => {
  const interaction = interactionOf(request);
  return editPlan(request, interaction, messageOf(request, interaction));
};

const deleteMessage: Handler = (request) => {
  const interaction = interactionOf(request);
  const message = messageOf(request, interaction);
  return () => {
    message.deleted = true;
    message.loading = false;
    interaction.changed();
    return NO_CONTENT;
  };
};

const followUp: Handler = (request) => {
  const { world, uploads } = request;
  const interaction = interactionOf(request);
  // What is still "thinking" takes the first follow-up as its text.
  if (interaction.message?.loading) return editPlan(request, interaction, interaction.message);
  if (hasUsedUp(interaction)) throw refused.followUpLimit();
  const body = bodyOf(request);
  const message = newMessage(world, interaction, body.flags, true);
  const commit = message.prepare(body, [], uploads);
  return () => {
    interaction.followUps.push(message);
    wrote(world, interaction, message, commit());
    return ok(message.toJson());
  };
};

/** Where only the user installed the application, five follow-ups are all. */
function hasUsedUp({ from, followUps }: Interaction): boolean {
  return from.installedBy === "user" && followUps.length >= MAX_FOLLOW_UPS;
}

export const CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback";
const WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";
const ORIGINAL = `${WEBHOOK}/messages/@original`;
const MESSAGE = `${WEBHOOK}/messages/{message_id}`;

function messageRoutes(pattern: string): Route[] {
  const shared = { pattern, auth: "token" as const, interactionToken: 1 };
  return [
    { ...shared, method: "GET", handle: getMessage },
    { ...shared, method: "PATCH", handle: editMessage },
    { ...shared, method: "DELETE", handle: deleteMessage },
  ];
}

export const interactionRoutes: readonly Route[] = [
  {
    method: "POST",
    pattern: CALLBACK,
    auth: "token",
    interactionToken: 1,
    unlimited: true,
    handle: callback,
  },
  { method: "POST", pattern: WEBHOOK, auth: "token", interactionToken: 1, handle: followUp },
  ...messageRoutes(ORIGINAL),
  ...messageRoutes(MESSAGE),
];
