# One worker process; SLUICE_WORKER_QUEUES says what it serves.
# Build from the root of the repository: docker build -f docker/worker.Dockerfile .
FROM node:24-bookworm-slim AS build
WORKDIR /sluice
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build:server && npm run build:workflows

FROM node:24-bookworm-slim AS packages
WORKDIR /sluice
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund --omit=dev

FROM node:24-bookworm-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates tesseract-ocr \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production \
    SLUICE_WORKER_HOST=0.0.0.0 \
    SLUICE_WORKER_PORT=4001 \
    SLUICE_WORKFLOW_BUNDLE=/sluice/dist/workflow-bundle.js
WORKDIR /sluice
COPY --from=packages /sluice/node_modules node_modules
COPY --from=build /sluice/dist dist
COPY package.json ./
USER node
EXPOSE 4001
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.SLUICE_WORKER_PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Running steps are finished before the process ends; the orchestrator must wait longer than SLUICE_SHUTDOWN_GRACE_SECONDS.
STOPSIGNAL SIGTERM
CMD ["node", "-C", "dist", "dist/apps/worker/src/main.js"]
