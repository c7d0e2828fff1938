#!/usr/bin/env bash
# What the action runs. Its inputs come in variables. Whoever opened a pull request wrote the checkout, so nothing in it
# decides what is installed and run: the package is installed outside of it, where no .npmrc or package.json of it counts.
set -uo pipefail

finish() {
  [[ -n "${GITHUB_OUTPUT:-}" ]] && echo "exit-code=$1" >>"$GITHUB_OUTPUT"
  exit "$1"
}

fail() {
  echo "ecs-exec-lint: $1" >&2
  finish 2
}

# No program is taken from the checkout either, whatever the search path says.
restrict_path() {
  local checkout=${GITHUB_WORKSPACE:-$PWD} folders folder safe=
  IFS=: read -ra folders <<<"$PATH"
  for folder in "${folders[@]}"; do
    [[ "$folder" == /* && "$folder/" != "$checkout"/* ]] && safe+=${safe:+:}$folder
  done
  PATH=$safe
}

# Node.js, by its own path: what stands for it in PATH may ask the current folder for a version.
install() {
  cd "$tool" && node=$(node -p process.execPath) &&
    npm install --prefix "$tool" --cache "$tool/cache" --ignore-scripts --no-audit --no-fund -- "$1" >&2 &&
    "$node" "$cli" --version >/dev/null
}

restrict_path
folder=${INPUT_WORKING_DIRECTORY:-.}
[[ "$folder" == /* ]] || folder=$PWD/$folder
cd -- "$folder" || fail 'the working directory cannot be entered.'
folder=$PWD

case ${INPUT_VERSION:=} in
  /*.tgz) package=$INPUT_VERSION ;;
  *) package=ecs-exec-lint@$INPUT_VERSION ;;
esac
[[ "$package" =~ ^(/.*|ecs-exec-lint@[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?)$ ]] ||
  fail "the version \`$INPUT_VERSION\` is neither an exact one nor the absolute path of a package (.tgz)."
tool=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/ecs-exec-lint.XXXXXX") || fail 'there is no folder to install to.'
trap 'rm -rf "$tool"' EXIT
cli=$tool/node_modules/ecs-exec-lint/dist/cli.cjs
install "$package" || fail "$package could not be installed."
cd -- "$folder" || fail 'the working directory is gone.'

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

: >"$tool/started"
"$node" "$cli" "${arguments[@]}"
code=$?
# A report of the checkout's own is none of this run.
[[ -n "${INPUT_SARIF:-}" && "$INPUT_SARIF" -nt "$tool/started" && -n "${GITHUB_OUTPUT:-}" ]] &&
  echo 'sarif=true' >>"$GITHUB_OUTPUT"
# Node.js has other codes for what keeps a program from its end.
((code > 2)) && code=2
finish "$code"
