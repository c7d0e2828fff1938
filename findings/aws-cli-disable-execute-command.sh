#!/bin/sh
# The flag that turns ECS Exec off is not `--no-enable-execute-command`.
#
# Packages: Debian 12: awscli 2.9.19-1 and what it depends on (unpacked into the temporary folder; needs no root), Python 3.11
# Guess:    booleans of the AWS CLI have a twin with `--no-`, so `--no-enable-execute-command`.
# Seen:     that is an unknown option of update-service, create-service and run-task. The twin is `--disable-execute-command`,
#           while that of `--enable-ecs-managed-tags`, in the same command, is `--no-enable-ecs-managed-tags`. Nothing leaves
#           the machine: the endpoint is a port of this host where nobody listens.
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

try() {
  aws ecs "$@" --endpoint-url http://127.0.0.1:9 >out 2>&1 && fail 'somebody answered'
  echo "$*: $(grep -E 'Unknown options|Could not connect' out)"
}
for command in 'update-service --service web' 'create-service --service-name web' 'run-task --task-definition app'; do
  try $command --no-enable-execute-command | tee result
  grep -q 'Unknown options' result || fail 'the option is known'
done
for option in --disable-execute-command --no-enable-ecs-managed-tags; do
  try update-service --service web "$option" | tee result
  grep -q 'Could not connect' result || fail "$option is unknown"
done
echo holds
