/** What Discord refuses in buttons. */
import { absent, text } from "../../json.js";
import { numberRule, REQUIRED, type Rule, textRule, urlRule } from "../rule.js";
import { type ComponentsSubject, isButton, isLink, isPlainButton, isPremium, member, where } from "./find.js";

export const buttonRules: readonly Rule<ComponentsSubject>[] = [
  numberRule("button style: 1 to 6", { min: 1, max: 6 }, member(isButton, "style")),
  {
    name: "button style: required",
    check(subject, report) {
      for (const [path, value] of member(isButton, "style")(subject))
        if (absent(value)) report(path, ...REQUIRED);
    },
  },
  textRule("button label: 80", { max: 80 }, member(isButton, "label")),
  {
    name: "button: a label or an emoji",
    check(subject, report) {
      for (const { path, component } of where(subject, (one) => isPlainButton(one) || isLink(one))) {
        if (text(component.label).trim() !== "" || !absent(component.emoji)) continue;
        report(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or emoji is required");
      }
    },
  },
  {
    name: "link button: an address and no custom_id",
    check(subject, report) {
      for (const { path, component } of where(subject, isLink)) {
        if (absent(component.url)) {
          report([...path, "url"], "BUTTON_COMPONENT_URL_REQUIRED", "A url is required");
        }
        if (absent(component.custom_id)) continue;
        const message = "A custom id and url cannot both be specified";
        report([...path, "custom_id"], "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
      }
    },
  },
  {
    name: "button: an address only on links",
    check(subject, report) {
      for (const { path, component } of where(subject, isPlainButton)) {
        if (absent(component.url)) continue;
        const message = "A custom id and url cannot both be specified";
        report([...path, "url"], "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
      }
    },
  },
  textRule("link button address: 512", { max: 512 }, member(isLink, "url")),
  urlRule("link button address: http, https or discord", ["http", "https", "discord"], member(isLink, "url")),
  {
    name: "premium button: only its SKU",
    check(subject, report) {
      for (const { path, component } of where(subject, isPremium)) {
        if (absent(component.sku_id)) report([...path, "sku_id"], ...REQUIRED);
        for (const name of ["custom_id", "label", "url", "emoji"]) {
          const message = "This field cannot be used with a premium button";
          if (!absent(component[name])) report([...path, name], "BUTTON_COMPONENT_PREMIUM_INVALID", message);
        }
      }
    },
  },
];
