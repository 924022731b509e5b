// @ts-check
/** Every question has an address: opening it asks the question. */
import { announce, h, icon } from "../dom.js";
import { say } from "../language.js";
import { WORDS } from "../words.js";

/** How long "copied" is shown. */
const MOMENT = 2500;

/**
 * The address of a question, relative to the page, as readable as an address may be.
 * @param {string} line
 */
export function addressOf(line) {
  const value = encodeURIComponent(line).replace(/%20/gu, "+").replace(/%2F/gu, "/").replace(/%3A/gu, ":");
  return `?q=${value.replace(/%3D/gu, "=")}`;
}

/** The question in the page's address, if there is one. */
export function lineInAddress() {
  return new URLSearchParams(location.search).get("q")?.trim() ?? "";
}

/** @param {string} address of what is shared, from the page: its own page where it has one, which others show a card of */
export function shareLink(address) {
  const text = h("span", {}, say(WORDS.copy));
  const link = h("a", { class: "share", href: address }, icon("link"), text);
  link.addEventListener("click", async (event) => {
    // With a modifier it is a link like any other: a new tab, a new window.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (await handOn(link.href)) return;
    const copied = await copy(link.href);
    link.classList.toggle("done", copied);
    text.textContent = say(copied ? WORDS.copied : WORDS.notCopied);
    announce(text.textContent);
    setTimeout(() => {
      link.classList.remove("done");
      text.textContent = say(WORDS.copy);
    }, MOMENT);
  });
  return link;
}

/**
 * Where fingers use the page, the system has a sheet for that, with whom to send it to.
 * @param {string} url
 * @returns {Promise<boolean>} whether there is one; also where nothing was sent in the end
 */
async function handOn(url) {
  if (!("share" in navigator) || !matchMedia("(pointer: coarse)").matches) return false;
  try {
    await navigator.share({ title: document.title, url });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay(text);
  }
}

/**
 * Without HTTPS, as in a home network, there is no clipboard but this one.
 * @param {string} text
 */
function copyTheOldWay(text) {
  const area = h("textarea", { class: "unseen", readonly: "", "aria-hidden": "true" });
  area.value = text;
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
