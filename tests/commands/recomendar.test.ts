/** `/recomendar` with all its options, on the starter catalogue. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Services } from "../../src/chat/context.js";
import { ask, type Outcome, runCommand } from "../../src/chat/dispatch.js";
import { parseLocale } from "../../src/chat/locale.js";
import type { Recommendations } from "../../src/queries/recommend.js";
import { type BuiltIndex, buildIndex, STARTER, servicesOf } from "../support/starter-index.js";
