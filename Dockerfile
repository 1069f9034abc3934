# syntax=docker/dockerfile:1
FROM node:24-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY test/runtime/package.json test/runtime/
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY schema schema
COPY src src
RUN npm run -s build && npm prune --omit=dev --omit=optional

FROM node:24-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY schema schema
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
# Young memory of 16 MB at most, where Node.js would take up to 64 (docs/adr/0012-small-heap.md).
CMD ["node", "--max-semi-space-size=16", "dist/cli/main.js", "start"]
