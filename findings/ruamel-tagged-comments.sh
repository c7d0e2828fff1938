#!/bin/sh
# ruamel.yaml's round trip loses the comments between the items of a tagged list, such as `!If`.
#
# Packages: Debian 12: python3-ruamel.yaml 0.17.21-1 (unpacked into the temporary folder; needs no root), Python 3.11
# Guess:    all comments survive, as they do in plain lists; that is what the round trip is for.
# Seen:     in a plain list the comment stays; the same list with `!If` loses it, and those behind its items too. Comments in a
#           mapping below it stay. No warning.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq python3-ruamel.yaml 2>/dev/null
for package in *.deb; do dpkg -x "$package" packages; done

cat >check.py <<'PY'
import io
import ruamel.yaml

def round_trip(text):
    yaml = ruamel.yaml.YAML()
    out = io.StringIO()
    yaml.dump(yaml.load(text), out)
    print(out.getvalue())
    return out.getvalue()

def seen(text, expected):
    found = round_trip(text)
    assert found == expected, f'changed: {found!r}, not {expected!r}'

assert ruamel.yaml.__version__ == '0.17.21', ruamel.yaml.__version__
plain = 'Value:\n- IsProduction\n# sessions are off there\n- false\n- true # elsewhere\n'
seen(plain, plain)
seen(plain.replace('Value:', 'Value: !If'), 'Value: !If\n- IsProduction\n- false\n- true\n')
nested = 'Value: !If\n- IsProduction\n- Logging: OVERRIDE\n  # to the bucket\n  Encrypted: true\n- false\n'
seen(nested, nested)
PY
PYTHONPATH=packages/usr/lib/python3/dist-packages python3 check.py
echo holds
