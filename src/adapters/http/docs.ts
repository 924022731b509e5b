import type { FastifyInstance } from "fastify";
import type { Desk } from "./routes.js";
export function docsRoutes(_app: FastifyInstance, _desk: Desk, _program: string): void {}
