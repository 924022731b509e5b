/** What the operator is told once everything is ready: as whom it is connected, and links by which it is invited. */
import type { Words } from "../../../words.js";
import type { Application } from "../connection/application.js";
import { personalLink, serverLink } from "../doctor/invite-links.js";
import { connectedWords } from "../words.js";

/** A line for each way of installing it. */
export function inviteWords(applicationId: string): readonly Words[] {
  const [server, person] = [serverLink(applicationId), personalLink(applicationId)];
  return [
    { es: `Invitarlo a un servidor: ${server}`, en: `Invite it to a server: ${server}` },
    { es: `Instalarlo para uno mismo: ${person}`, en: `Install it for oneself: ${person}` },
  ];
}

export function welcome(application: Application, tell: (words: Words) => void): void {
  tell(connectedWords(application));
  for (const words of inviteWords(application.id)) tell(words);
}
