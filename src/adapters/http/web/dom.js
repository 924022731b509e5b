// @ts-check
/** Building elements. Text only ever becomes text nodes: what the server says is never read as markup. */

/** @typedef {Node | string | false | null | undefined} Child */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | false | undefined>>} attributes
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== false && child !== null && child !== undefined));
  return element;
}

/**
 * @param {string} label
 * @param {() => void} onClick
 * @param {{ class?: string, icon?: string }} [look]
 */
export function button(label, onClick, look = {}) {
  const text = h("span", {}, label);
  const element = h("button", { type: "button", class: look.class }, text, look.icon && icon(look.icon));
  element.addEventListener("click", onClick);
  return element;
}

/** @param {string} name a symbol of index.html, without its "i-" */
export function icon(name, className = "icon") {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/**
 * An element of index.html.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`#${id} is missing`);
  return element;
}

/** @param {string} text what a screen reader says without moving there */
export function announce(text) {
  byId("status", HTMLElement).textContent = text;
}

/** How to scroll for someone who may have asked for stillness. */
export function scrollBehavior() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
