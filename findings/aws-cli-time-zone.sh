#!/bin/sh
# `aws cloudformation package` drops the time zone of a point in time, and moves the time.
#
# Packages: Debian 12: awscli 2.9.19-1 and what it depends on (unpacked into the temporary folder; needs no root), Python 3.11
# Guess:    a plain `2026-01-02T09:30:00+09:00`, as in the condition `aws:CurrentTime` of a policy, is written as it was.
# Seen:     it is written as `2026-01-02 00:30:00`, without zone and `T`; with `Z` the same without moving. In quotes it stays.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq awscli python3-awscrt python3-colorama python3-dateutil python3-distro python3-docutils python3-jmespath \
  python3-prompt-toolkit python3-roman python3-ruamel.yaml python3-ruamel.yaml.clib python3-six python3-urllib3 python3-wcwidth 2>/dev/null
for package in *.deb; do dpkg -x "$package" packages; done
# /usr/bin/python3: the compiled parts are for the Python of Debian.
aws() {
  PYTHONPATH="$work/packages/usr/lib/python3/dist-packages" HOME="$work" AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none \
    AWS_DEFAULT_REGION=us-east-1 AWS_MAX_ATTEMPTS=1 AWS_PAGER='' AWS_EC2_METADATA_DISABLED=true /usr/bin/python3 "$work/packages/usr/bin/aws" "$@"
}
fail() { echo "changed: $1"; exit 1; }

cat >template.yml <<'YAML'
Plain: 2026-01-02T09:30:00+09:00
Utc: 2026-01-02T09:30:00Z
Quoted: "2026-01-02T09:30:00+09:00"
YAML
aws cloudformation package --template-file template.yml --s3-bucket none >packaged.yml
cat packaged.yml
grep -qx 'Plain: 2026-01-02 00:30:00' packaged.yml || fail 'the plain time'
grep -qx 'Utc: 2026-01-02 09:30:00' packaged.yml || fail 'the time in UTC'
grep -qx "Quoted: '2026-01-02T09:30:00+09:00'" packaged.yml || fail 'the quoted time'
echo holds
