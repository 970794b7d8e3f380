# The gateway as an image. Debian and not Alpine: the emulator's store comes built for glibc.
FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && npm cache clean --force \
  && mkdir /data \
  && chown 1000:1000 /data
COPY --from=build /build/dist ./dist
COPY LICENSE ./
ENV NODE_ENV=production \
  ASTRA_GRAPHQL_HOST=0.0.0.0 \
  ASTRA_GRAPHQL_PORT=4000 \
  ASTRA_GRAPHQL_DATA_DIR=/data
# The user "node" of the image, by number: who is to run nobody as root can see that it is not.
USER 1000:1000
VOLUME /data
EXPOSE 4000
# The last --port of the command line counts, as it does for the gateway; without one, the variable does.
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \
  CMD ["node", "-e", "const words = require('fs').readFileSync('/proc/1/cmdline', 'latin1'); const [, port = process.env.ASTRA_GRAPHQL_PORT] = [...words.matchAll(/\\0--port[=\\0](\\d+)/g)].at(-1) ?? []; fetch(`http://127.0.0.1:${port}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without the flag, V8 tidies up when nothing comes for a minute, and what comes then takes twice as long for some seconds.
ENTRYPOINT ["node", "--no-memory-reducer", "dist/gateway/main.js"]
CMD ["serve"]
