#!/bin/sh
# The AWS CLI reads YAML in two ways: `yes` is true in one command and a text in another.
#
# Packages: Debian 12: awscli 2.9.19-1 and what it depends on (unpacked into the temporary folder; needs no root), Python 3.11
# Guess:    one program has one YAML reader, that of `cloudformation package`, so `enableExecuteCommand: yes` is true in the
#           file of `--cli-input-yaml` as well.
# Seen:     there it is the text "yes", which is refused before anything is sent; `cloudformation package` writes true for it.
#           Nothing leaves the machine: the endpoint is a port of this host where nobody listens.
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

echo 'Flag: yes' >template.yml
aws cloudformation package --template-file template.yml --s3-bucket none | grep Flag >packaged
cat packaged
[ "$(cat packaged)" = 'Flag: true' ] || fail 'cloudformation package'

create() {
  printf 'serviceName: web\ntaskDefinition: app\nenableExecuteCommand: %s\n' "$1" >input.yml
  aws ecs create-service --endpoint-url http://127.0.0.1:9 --cli-input-yaml file://input.yml >out 2>&1 && fail 'somebody answered'
  grep -E 'Invalid type|Could not connect' out
}
create true | grep -q 'Could not connect' || fail 'true is refused'
create yes | grep 'Invalid type for parameter enableExecuteCommand, value: yes' || fail '--cli-input-yaml takes yes'
echo holds
