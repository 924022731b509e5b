/** What the buttons of a night carry. Whoever presses may have made it up. */
import { z } from "zod";

export const night = z.string().regex(/^[\w-]{1,20}$/u);
export const film = z.coerce.number().int().positive();
export const page = z.coerce.number().int().min(0).max(20).optional();
/** Whether the button stands in a menu of one person: then what comes of it stands there too. */
export const inMenu = z.coerce.number().int().min(1).max(1).optional();
