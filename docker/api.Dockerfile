# The API with the built page. Build from the root of the repository: docker build -f docker/api.Dockerfile .
FROM node:24-bookworm-slim AS build
WORKDIR /sluice
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /sluice
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    SLUICE_HOST=0.0.0.0 \
    SLUICE_PORT=4000 \
    SLUICE_WEB_DIR=/sluice/web/dist \
    SLUICE_SAMPLES_DIR=/sluice/examples
WORKDIR /sluice
COPY --from=packages /sluice/node_modules node_modules
COPY --from=build /sluice/dist dist
COPY --from=build /sluice/web/dist web/dist
COPY package.json ./
COPY examples examples
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.SLUICE_PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "-C", "dist", "dist/apps/api/src/main.js"]
