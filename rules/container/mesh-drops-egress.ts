import { containersOf, droppingMesh, exemptPortFromMesh } from '../../src/rule/container.ts';
import { type Rule, say, seeingContainers } from '../../src/rule/index.ts';

export const meshDropsEgress: Rule = {
  id: 'mesh-drops-egress',
  summary: 'An App Mesh proxy intercepts port 443, and its mesh drops unknown destinations.',
  why: 'The ECS Exec agent connects to Session Manager on port 443. With such a mesh, `execute-command` has been reported to fail with TargetNotConnectedException until the port was ignored.',
  severity: 'warning',
  properties: ['ProxyConfiguration', 'AWS::AppMesh::Mesh.Spec.EgressFilter'],
  errorMessages: ['ssmmessages-not-reached', 'target-not-connected'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: the application also bypasses the mesh on port 443. The fix adds 443 to `EgressIgnoredPorts` if that is a literal, or absent.',
  notes:
    'Sources differ: AWS says that a mesh always allows `*.amazonaws.com`, but users report that sessions failed anyway. Only reported if a container names the mesh (`APPMESH_RESOURCE_ARN`, `APPMESH_VIRTUAL_NODE_NAME`) and the template has it, and the proxy ignores neither port 443 nor root, the user that the agent runs as.',
  sources: [
    'https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_EgressFilter.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html',
    'https://github.com/aws/aws-app-mesh-roadmap/issues/497',
  ],

  appliesTo: seeingContainers,

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    const found = task.is === 'known' ? droppingMesh(task.value) : undefined;
    if (task.is !== 'known' || !found) return;
    const { definition } = task.value;
    const { mesh, at, ports } = found;
    const unsure = found.unsure ?? task.unsure;
    const edits = unsure === undefined ? exemptPortFromMesh(definition, ports) : undefined;
    yield {
      at: ports.is === 'known' ? ports.value : at,
      message: say`The App Mesh proxy of \`${definition.id}\` intercepts port 443 (\`EgressIgnoredPorts\`), and mesh \`${mesh.id}\` drops unknown destinations (\`DROP_ALL\`): the ECS Exec agent may not reach Session Manager, although AWS says that \`*.amazonaws.com\` is allowed.`,
      for: [launcher],
      related: [
        { at: launcher.at, message: launcher.runs(definition) },
        { at: mesh.at, message: say`\`${mesh.id}\` is the mesh` },
      ],
      unsure,
      fix: edits && { title: say`Exempt port 443 from the proxy`, safety: 'unsafe', edits },
    };
  },
};
