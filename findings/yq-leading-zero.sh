#!/bin/sh
# yq (the one that wraps jq) cannot read a template with an account number such as 012345678901.
#
# Packages: Debian 12: yq 3.1.0-3 with python3-yaml, python3-xmltodict, python3-tomlkit, python3-argcomplete and jq (unpacked
#           into the temporary folder; needs no root), Python 3.11
# Guess:    it reads the digits as text, since YAML 1.1 has no octal 8 or 9; at worst as 12345678901.
# Seen:     it stops with "invalid literal for int() with base 8", without a line, and prints nothing: it finds integers as YAML
#           1.2 does and converts them as YAML 1.1 does. For the same reason `0644` is 420. In quotes all is well.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq yq python3-yaml python3-xmltodict python3-tomlkit python3-argcomplete jq libjq1 libonig5 2>/dev/null
for package in *.deb; do dpkg -x "$package" packages; done
export PYTHONPATH=packages/usr/lib/python3/dist-packages PATH="$work/packages/usr/bin:$PATH"
LD_LIBRARY_PATH=$(dirname "$(find "$work/packages" -name 'libjq.so.1' | head -n 1)")
export LD_LIBRARY_PATH
yq() { python3 -c 'import yq; yq.cli()' "$@"; }

fail() { echo "changed: $1"; exit 1; }
echo 'Account: "012345678901"' >quoted.yml
echo 'Account: 012345678901' >plain.yml
echo 'Mode: 0644' >mode.yml
[ "$(yq -c . quoted.yml)" = '{"Account":"012345678901"}' ] || fail 'the quoted number is read otherwise'
[ "$(yq -c . mode.yml)" = '{"Mode":420}' ] || fail "0644 is $(yq -c . mode.yml)"
if yq -c . plain.yml >out 2>err; then fail "the plain number is read: $(cat out)"; fi
cat err
grep -q "invalid literal for int() with base 8: '012345678901'" err || fail 'another error'
[ ! -s out ] || fail 'there is output too'
echo holds
