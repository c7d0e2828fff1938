# The packed package and Node.js, for pipelines that run images:
#
#   npm ci && npm pack --ignore-scripts && docker build --tag ecs-exec-lint .
#   docker run --rm --volume "$PWD:/work:ro" ecs-exec-lint
#
# Releases build it from the base by its digest, which they look up and test: `--build-arg BASE=node:24-alpine@sha256:…`.
ARG BASE=node:24-alpine
FROM ${BASE}
ADD ecs-exec-lint-*.tgz /opt/ecs-exec-lint/
RUN ln -s /opt/ecs-exec-lint/package/dist/cli.cjs /usr/local/bin/ecs-exec-lint
USER 1000:1000
WORKDIR /work
ENTRYPOINT ["ecs-exec-lint"]
