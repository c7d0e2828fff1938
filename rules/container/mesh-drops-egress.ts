import { containersOf, droppingMesh, exemptPortFromMesh } from '../../src/rule/container.ts';
import { type Rule, say, seeingContainers } from '../../src/rule/index.ts';

export const meshDropsEgress: Rule = {
  id: 'mesh-drops-egress',
  summary: 'An App Mesh proxy takes what goes to port 443, and its mesh drops what it does not know.',
  why: 'The agent of ECS Exec reaches Session Manager on port 443. It has been seen not to get through such a mesh: `execute-command` failed with TargetNotConnectedException until the port was ignored.',
  severity: 'warning',
  properties: ['ProxyConfiguration', 'AWS::AppMesh::Mesh.Spec.EgressFilter'],
  errorMessages: ['ssmmessages-not-reached', 'target-not-connected'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: the application goes past the mesh on port 443 too. The fix adds 443 to `EgressIgnoredPorts` where that is one text, or absent.',
  notes:
    'The sources differ: AWS says that a mesh always lets `*.amazonaws.com` past, and people report that sessions failed all the same. Silent unless a container names the mesh (`APPMESH_RESOURCE_ARN`, `APPMESH_VIRTUAL_NODE_NAME`) and the template has it, and where the proxy ignores port 443, or root, as whom the agent runs.',
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
      message: say`The App Mesh proxy of \`${definition.id}\` takes what goes to port 443 (\`EgressIgnoredPorts\`), and mesh \`${mesh.id}\` drops what it does not know (\`DROP_ALL\`): the agent of ECS Exec may not reach Session Manager, although AWS says that \`*.amazonaws.com\` is let past.`,
      for: [launcher],
      related: [
        { at: launcher.at, message: launcher.runs(definition) },
        { at: mesh.at, message: say`\`${mesh.id}\` is the mesh` },
      ],
      unsure,
      fix: edits && { title: say`Let port 443 past the proxy`, safety: 'unsafe', edits },
    };
  },
};
