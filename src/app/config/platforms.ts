/** Every platform there is a surface for. Which of them are used is the operator's to say. */
import { discord } from "../../adapters/discord/platform.js";
import { telegram } from "../../adapters/telegram/platform.js";
import type { Platform } from "../../surface/platform.js";

export const PLATFORMS: readonly Platform[] = [discord, telegram];
