# Compile with everything, run with what is needed.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY commands commands
COPY index-build index-build
COPY bench bench
COPY tuning tuning
COPY standins standins
RUN npm run build
COPY data/starter data/starter
COPY data/*.json data/
RUN npm run index-build -- --source data/starter --out data/index
RUN npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/data data
COPY src/adapters/http/web src/adapters/http/web
ENV HOST=0.0.0.0 PORT=3000
EXPOSE 3000
USER node
# Nothing is written but a new index: mount a volume on /app/data/index (or set DATA_DIR) to refresh it; the rest may
# be read-only. Without a terminal it serves HTTP, and Discord and Telegram where their tokens are set.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
