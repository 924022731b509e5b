/** The first response to an interaction, whichever way it arrives: over REST or as the answer of an HTTP endpoint. */

import { absent, isObject, object } from "../json.js";
import { Message, type Upload } from "../messages/message.js";
import { refused } from "../refused.js";
import { autocompleteRules } from "../rules/autocomplete.js";
import { requiredData } from "../rules/messages/message.js";
import { modalRules } from "../rules/modal.js";
import { enforce, type Rule } from "../rules/rule.js";
import type { Json } from "../types.js";
import { type World, wrote } from "../world.js";
import { type Interaction, Kind, Type } from "./interaction.js";
import { placeOf, userOf } from "./people.js";

/** Which types may answer which interactions. */
function allowedTypes({ kind, source }: Interaction): readonly number[] {
  if (kind === Kind.ping) return [Type.pong];
  if (kind === Kind.autocomplete) return [Type.choices];
  const message = [Type.message, Type.deferredMessage];
  const update = source ? [Type.deferredUpdate, Type.update] : [];
  return kind === Kind.modal ? [...message, ...update] : [...message, ...update, Type.modal];
}

const fittingType = (interaction: Interaction): Rule<Json> => ({
  name: "callback: a type that answers this interaction",
  check({ type }, report) {
    const allowed = allowedTypes(interaction);
    if (allowed.includes(type as number)) return;
    report(["type"], "BASE_TYPE_CHOICES", `Value must be one of {${allowed.join(", ")}}.`);
  },
});

/** Unknown or too late is 10062, a second answer 40060. */
function checkState(world: World, interaction: Interaction): void {
  const { callbackWindowMs } = world.settings;
  if (interaction.acknowledged) throw refused.acknowledged();
  if (world.clock.now() - interaction.sentAt > callbackWindowMs) throw refused.unknownInteraction();
}

/** Checks a callback and gives what will carry it out; throws what Discord refuses. */
export function planCallback(
  world: World,
  interaction: Interaction,
  body: unknown,
  uploads: readonly Upload[],
): () => void {
  checkState(world, interaction);
  if (!isObject(body)) throw refused.invalidForm([]);
  enforce([fittingType(interaction)], body);
  const carryOut = plan(world, interaction, body, uploads);
  return () => {
    carryOut();
    world.counters.answered += 1;
    interaction.answer({ type: body.type as number, data: isObject(body.data) ? body.data : undefined });
  };
}

function plan(world: World, interaction: Interaction, body: Json, uploads: readonly Upload[]): () => void {
  const data = object(body.data);
  switch (body.type) {
    case Type.message: {
      enforce([requiredData], body);
      const message = newMessage(world, interaction, data.flags);
      const commit = message.prepare(data, ["data"], uploads);
      return () => {
        interaction.message = message;
        wrote(world, interaction, message, commit());
      };
    }
    case Type.deferredMessage:
      return () => {
        const message = newMessage(world, interaction, data.flags);
        message.loading = true;
        interaction.message = message;
        world.interactions.own(message, interaction);
      };
    case Type.deferredUpdate:
      return () => {
        interaction.message = interaction.source;
      };
    case Type.update: {
      const source = interaction.source as Message;
      if (source.deleted) throw refused.unknownMessage();
      const commit = source.prepareEdit(data, ["data"], uploads);
      return () => {
        interaction.message = source;
        wrote(world, interaction, source, commit());
      };
    }
    case Type.choices:
      enforce([requiredData], body);
      enforce(autocompleteRules, { data, optionType: interaction.optionType });
      return () => undefined;
    case Type.modal:
      enforce([requiredData], body);
      enforce(modalRules, data);
      return () => undefined;
    default:
      return () => undefined;
  }
}

const ANSWER_TO_COMMAND = 20;
const REPLY = 19;
const PLAIN = 0;

/** A message of the bot's that answers this interaction, or follows up. */
export function newMessage(
  world: World,
  interaction: Interaction,
  flags: unknown,
  followUp = false,
): Message {
  const first = interaction.kind === Kind.command ? ANSWER_TO_COMMAND : PLAIN;
  // Put together only when the message is shown as JSON, which most are not.
  const origin = () => {
    const place = placeOf(interaction.from);
    return {
      channelId: String(place.channel_id),
      bot: world.bot,
      applicationId: world.settings.applicationId,
      interaction: interaction.metadata(userOf(interaction.from.user), place.authorizing_integration_owners),
      type: followUp ? REPLY : first,
    };
  };
  return new Message(world.clock, origin, absent(flags) ? 0 : flags);
}
