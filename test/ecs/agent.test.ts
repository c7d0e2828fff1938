import { describe, expect, test } from 'vitest';
import { placeholder } from '../../src/cfn/functions/placeholder.ts';
import { lackOf } from '../../src/ecs/container/image.ts';
import { oldPlatform } from '../../src/ecs/enablement/platform-version.ts';
import { askOnce, launcher, say } from './query.ts';

test.each([
  ['gcr.io/distroless/java21-debian12', 'shell'],
  ['gcr.io/distroless/static:nonroot', 'shell'],
  ['gcr.io/distroless/static:debug', undefined],
  ['gcr.io/distroless/static:debug-nonroot', undefined],
  [`gcr.io/distroless/static:${placeholder('Tag')}`, undefined],
  [`${placeholder('AWS::AccountId')}.dkr.ecr.eu-west-1.amazonaws.com/gcr/distroless/static`, 'shell'],
  ['localhost:5000/distroless/static', 'shell'],
  ['sample/distroless-java@sha256:0123', 'shell'],
  ['sample/app:distroless', undefined],
  ['mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled', 'shell'],
  ['mcr.microsoft.com/dotnet/aspnet:8.0', undefined],
  ['public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0', 'shell'],
  ['cgr.dev/chainguard/static', 'shell'],
  ['cgr.dev/chainguard/static:latest-dev', undefined],
  ['hello-world', 'shell'],
  ['sample/hello-world', undefined],
  ['amazoncorretto:21', 'script'],
  ['amazoncorretto', 'script'],
  ['public.ecr.aws/amazoncorretto/amazoncorretto:17-al2023', 'script'],
  ['public.ecr.aws/docker/library/amazoncorretto:17', 'script'],
  ['amazoncorretto:17-alpine3.20', undefined],
  ['sample/amazoncorretto:17', undefined],
  ['redhat/ubi8-minimal:8.10', 'script'],
  ['registry.access.redhat.com/ubi8', 'script'],
  ['registry.access.redhat.com/ubi8/ubi:8.10', 'script'],
  ['registry.access.redhat.com/ubi9', undefined],
  ['nginx', undefined],
  ['', undefined],
])('the image %s lacks %s', (image, lack) => {
  expect(lackOf(image)).toBe(lack);
});

describe('a platform version', () => {
  const old = (version: string, definition = '!Ref Task', family = 'LINUX'): string =>
    askOnce(
      `
Parameters: { System: { Type: String }, Likely: { Type: String, Default: LINUX } }
Resources:
  Web: { Type: AWS::ECS::Service, Properties: { TaskDefinition: ${definition}, PlatformVersion: ${version} } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { RuntimePlatform: { OperatingSystemFamily: ${family} } } }
`,
      each => {
        const found = oldPlatform(launcher(each, 'Web'));
        const { is } = found;
        return is === 'known' ? say({ ...found, value: `${found.value.system} ${found.value.needed}` }) : is;
      },
    );

  test.each([
    ['1.3.0', undefined, undefined, 'Linux 1.4.0'],
    ['1.0.0', undefined, undefined, 'Linux 1.4.0'],
    ['1.4.0', undefined, undefined, 'absent'],
    ['1.10.0', undefined, undefined, 'absent'],
    ['2.0.0', undefined, undefined, 'absent'],
    ['LATEST', undefined, undefined, 'absent'],
    ['1.3', undefined, undefined, 'absent'],
    ['!Ref AWS::NoValue', undefined, undefined, 'absent'],
    ['!Ref System', undefined, undefined, 'unknown'],
    ['1.0.0', '!Ref Task', 'WINDOWS_SERVER_2022_CORE', 'absent'],
    ['0.9.0', '!Ref Task', 'WINDOWS_SERVER_2022_CORE', 'Windows 1.0.0'],
    ['1.3.0', '!Ref Task', '!Ref System', 'unknown'],
    ['1.3.0', '!Ref Task', '!Ref Likely', 'Linux 1.4.0?'],
    ['1.3.0', '!ImportValue Task', undefined, 'unknown'],
    ['0.9.0', '!ImportValue Task', undefined, 'Linux 1.4.0'],
  ])('%s of %s on %s is too old: %4$s', (version, definition, family, said) => {
    expect(old(version, definition, family)).toBe(said);
  });
});
