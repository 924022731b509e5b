// @ts-check
/** Wiring: the input asks, the talk answers, the buttons of the header change how it looks and speaks. */
import { isWhole, showAbout, summaryOf } from "./about.js";
import { complete } from "./api.js";
import { Combobox } from "./combobox.js";
import { byId } from "./dom.js";
import { keepOffline } from "./install.js";
import { applyWords, current, say, toggle } from "./language.js";
import { showPicks } from "./picks.js";
import { remember } from "./talk/asked.js";
import { Talk } from "./talk/talk.js";
import { themeButton } from "./theme.js";
import { WORDS } from "./words.js";

const input = byId("q", HTMLInputElement);
const languageButton = byId("language", HTMLButtonElement);

/** A finger's keyboard covers half the screen: once asked, the answer should be seen. */
const fingers = matchMedia("(pointer: coarse)");

const talk = new Talk(byId("log", HTMLElement), write);

const combobox = new Combobox({
  input,
  popup: byId("suggestions", HTMLElement),
  list: byId("listbox", HTMLElement),
  complete,
  describe: ({ label }) => ({ head: label, rest: summaryOf(label) }),
  pick({ insert }, ask) {
    const more = /[\s=]$/u.test(insert);
    if (ask && !more && isWhole(insert)) send(insert);
    else write(more ? insert : `${insert} `);
  },
});

byId("composer", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  send(input.value);
});
byId("examples", HTMLElement).addEventListener("click", ({ target }) => {
  if (target instanceof HTMLButtonElement) talk.ask(target.textContent ?? "", { focus: true });
});
byId("slash", HTMLButtonElement).addEventListener("click", () => write("/"));
byId("home", HTMLAnchorElement).addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  talk.leave();
  input.value = "";
});
languageButton.addEventListener("click", () => {
  toggle();
  speak();
  talk.changeLanguage();
});

const labelTheme = themeButton(byId("theme", HTMLButtonElement), () => ({
  toDark: say(WORDS.toDark),
  toLight: say(WORDS.toLight),
}));
applyWords();
speak();
talk.open();
keepOffline();
if (!fingers.matches) input.focus({ preventScroll: true });

/** @param {string} text */
function send(text) {
  const line = text.trim();
  combobox.close();
  if (line === "") {
    input.focus();
    return;
  }
  input.value = "";
  remember(line);
  talk.ask(line);
  if (fingers.matches) input.blur();
  else input.focus({ preventScroll: true });
}

/** @param {string} line to be finished by the reader */
function write(line) {
  input.value = line;
  input.focus({ preventScroll: true });
  input.setSelectionRange(line.length, line.length);
  void combobox.suggest();
}

/** What neither index.html nor the server words. */
function speak() {
  const spanish = current() === "es";
  languageButton.textContent = spanish ? "English" : "Español";
  languageButton.lang = spanish ? "en" : "es";
  input.placeholder = say(WORDS.placeholder);
  labelTheme();
  showAbout().catch(() => {
    // The first question will tell what is wrong, with a button to try again.
  });
  void showPicks();
}
