#!/bin/sh
# yamllint's `ignore`, "like .gitignore", does not know character classes such as `[[:digit:]]`.
#
# Packages: Debian 12: yamllint 1.29.0-1, python3-pathspec 0.11.0-1, python3-yaml 6.0-3 (unpacked into the temporary folder;
#           needs no root), Python 3.11; git of the system (seen with 2.39.5)
# Guess:    a pattern that git takes works in `ignore`, whose documentation names .gitignore as the format.
# Seen:     git ignores 2026.yml by `[[:digit:]]*.yml`; yamllint checks it. `[0-9]*.yml` works in both.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq yamllint python3-pathspec python3-yaml 2>/dev/null
for package in *.deb; do dpkg -x "$package" packages; done
export PYTHONPATH="$work/packages/usr/lib/python3/dist-packages"

git init -q repository
cd repository
printf 'a:   1\n' >2026.yml
seen() {
  echo "$1" >.gitignore
  printf 'ignore: "%s"\nrules: { colons: enable }\n' "$1" >.yamllint
  git check-ignore -q 2026.yml && by_git=ignores || by_git=sees
  python3 -W ignore -m yamllint -f parsable . >found && by_yamllint=ignores || by_yamllint=sees
  cat found
  echo "$1: git $by_git, yamllint $by_yamllint"
  [ "$by_git $by_yamllint" = "$2" ] || { echo "changed: not $2"; exit 1; }
}
seen '[0-9]*.yml' 'ignores ignores'
seen '[[:digit:]]*.yml' 'ignores sees'
echo holds
