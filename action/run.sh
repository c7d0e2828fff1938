#!/usr/bin/env bash
# What the action runs. Its inputs come in variables.
set -uo pipefail

arguments=()
while IFS= read -r line; do
  [[ -n "$line" ]] && arguments+=("$line")
done <<<"${INPUT_ARGS:-}"
[[ -n "${INPUT_SARIF:-}" ]] && arguments+=(--format "sarif=$INPUT_SARIF")
[[ "${INPUT_SUMMARY:-true}" == true && -n "${GITHUB_STEP_SUMMARY:-}" ]] &&
  arguments+=(--format "markdown=$GITHUB_STEP_SUMMARY")

arguments+=(--)
while IFS= read -r line; do
  [[ -n "$line" ]] && arguments+=("$line")
done <<<"${INPUT_PATHS:-}"

npx --yes "ecs-exec-lint@${INPUT_VERSION:?}" "${arguments[@]}"
code=$?
[[ -n "${GITHUB_OUTPUT:-}" ]] && echo "exit-code=$code" >>"$GITHUB_OUTPUT"
exit "$code"
