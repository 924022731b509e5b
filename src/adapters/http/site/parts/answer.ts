/** The parts of an answer as HTML: what leads further are links, to pages of our own where there are some. */
import type { SentAnswer, SentChoice, SentFold, SentLine, SentText } from "../../api/bodies.js";
import { type Html, html } from "../../html.js";
import { pageOf } from "../addresses.js";

type List = NonNullable<SentAnswer["list"]>;
type Fields = NonNullable<SentAnswer["fields"]>;

/** What is known at once, a line each. */
export function glanceOf(lines: readonly (string | Html)[] | undefined): Html | undefined {
  if (lines === undefined || lines.length === 0) return undefined;
  return html`<ul class="glance">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

/** Text with the commands it names, each a link to the chat that asks it. @param root where the server's addresses begin */
export function textOf(text: SentText, root: string): Html {
  if (typeof text === "string") return html`${text}`;
  return html`${text.map((part) => {
    if (typeof part === "string") return part;
    const typed = `/${part.command}${part.typed === undefined ? "" : ` ${part.typed}`}`;
    if (part.line === undefined) return html`<code>${typed}</code>`;
    return html`<a href="${root}?q=${encodeURIComponent(part.line)}">${typed}</a>`;
  })}`;
}

/** A text of several paragraphs. */
export function paragraphsOf(text: SentText | undefined, root: string): Html | undefined {
  if (text === undefined) return undefined;
  if (typeof text !== "string") return html`<p>${textOf(text, root)}</p>`;
  return html`${text.split(/\n{2,}/u).map((paragraph) => html`<p>${paragraph}</p>`)}`;
}

/** @param shown how a value is written, where not as it stands */
export function fieldsOf(
  fields: Fields | undefined,
  shown: (value: string) => Html | string = (value) => value,
): Html | undefined {
  if (fields === undefined || fields.length === 0) return undefined;
  return html`<dl class="facts">${fields.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${shown(value)}</dd></div>`)}</dl>`;
}

export function listOf(list: List | undefined, root: string): Html | undefined {
  if (list === undefined || list.lines.length === 0) return undefined;
  const items = html`${list.lines.map((line) => html`<li>${lineOf(line, root)}</li>`)}`;
  const heading =
    list.heading === undefined ? undefined : html`<p class="label">${textOf(list.heading, root)}</p>`;
  return list.numbered
    ? html`${heading}<ol class="lines">${items}</ol>`
    : html`${heading}<ul class="lines">${items}</ul>`;
}

function lineOf({ head, details = [], why, asks, line }: SentLine, root: string): Html {
  const shown = textOf(head, root);
  const titled = asks === undefined ? shown : html`<a href="${root}${pageOf(asks, line)}">${shown}</a>`;
  const facts = details.length > 0 && html` <span class="facts-of">${details.join(" · ")}</span>`;
  return html`${titled}${facts}${why !== undefined && html` <span class="why">${why}</span>`}`;
}

/** @param shown how a field's value is written, where not as it stands */
export function foldsOf(
  { folds = [] }: SentAnswer,
  root: string,
  shown?: (value: string) => Html | string,
): Html {
  return html`${folds.map((fold) => foldOf(fold, root, shown))}`;
}

function foldOf(
  { label, text, fields, list }: SentFold,
  root: string,
  shown: ((value: string) => Html | string) | undefined,
): Html {
  return html`<details><summary>${label}</summary>${paragraphsOf(text, root)}${fieldsOf(fields, shown)}${listOf(list, root)}</details>`;
}

/** Where an answer leads. */
export function leadsOf(choices: readonly SentChoice[] | undefined, root: string): Html | undefined {
  if (choices === undefined || choices.length === 0) return undefined;
  return html`<ul class="chips">${choices.map(
    (choice) =>
      html`<li><a class="chip" href="${root}${pageOf(choice, choice.line)}">${choice.label}</a></li>`,
  )}</ul>`;
}

/** Pages elsewhere. */
export function linksOf(links: SentAnswer["links"]): Html | undefined {
  if (links === undefined || links.length === 0) return undefined;
  return html`<p class="elsewhere">${links.map(
    ({ label, url }) => html`<a href="${url}" rel="noopener noreferrer">${label}</a> `,
  )}</p>`;
}
