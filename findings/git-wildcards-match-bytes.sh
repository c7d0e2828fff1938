#!/bin/sh
# To git, `?` and `[…]` in an ignore file match one byte, so never a Japanese character.
#
# Packages: git of the system (seen with 2.39.5 of Debian 12), ignore@7.0.17; Debian 12: python3-pathspec 0.11.0-1 (unpacked
#           into the temporary folder; needs no root), Python 3.11
# Guess:    `?本番.yml` matches 旧本番.yml, and `[新旧]本番.yml` too, in git as in the two libraries that say they match like git.
# Seen:     git matches neither; ignore and pathspec match both. `*本番.yml` matches in all three.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --ignore-scripts --save-exact ignore@7.0.17
apt-get download -qq python3-pathspec 2>/dev/null
dpkg -x python3-pathspec*.deb packages
git --version
git init -q repository

by_git() {
  echo "$1" >repository/.gitignore
  if git -C repository check-ignore -q --no-index 旧本番.yml; then echo true; else echo false; fi
}
by_ignore() { node -p 'require("ignore")().add(process.argv[1]).ignores("旧本番.yml")' "$1"; }
by_pathspec() {
  PYTHONPATH=packages/usr/lib/python3/dist-packages python3 -c '
import sys, pathspec
print(str(pathspec.GitIgnoreSpec.from_lines([sys.argv[1]]).match_file("旧本番.yml")).lower())' "$1"
}
seen() {
  found="git $(by_git "$1"), ignore $(by_ignore "$1"), pathspec $(by_pathspec "$1")"
  echo "$1: $found"
  [ "$found" = "$2" ] || { echo "changed: not $2"; exit 1; }
}
seen '*本番.yml' 'git true, ignore true, pathspec true'
seen '?本番.yml' 'git false, ignore true, pathspec true'
seen '[新旧]本番.yml' 'git false, ignore true, pathspec true'
echo holds
