/** The program. Where it begins and ends stands in `app/main.ts`. */
import { loadProgram } from "./load-program.js";

const { main } = await loadProgram("main", () => import("./app/main.js"));
await main();
