import { placeholdersIn } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import { andThen, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import type { Container } from '../model/container-definition.ts';
import { resourcesNamed } from '../resolve/resource-names.ts';
import { type Kind, ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';
import { mayLetRoot, setting } from './mesh-proxy.ts';
import type { TaskContainers } from './task-containers.ts';

/** An App Mesh proxy that takes what goes to AWS, of a mesh that drops what it does not know. */
export interface DroppingMesh {
  readonly mesh: Resource;
  /** Where the proxy is described. */
  readonly at: Place;
  /** Where the ports are written that go past it; absent where there are none. */
  readonly ports: Value<Place>;
  readonly unsure: Sentence | undefined;
}

/** By which the proxy of a task is told whose it is. */
const NODE_VARIABLES = /^APPMESH_(?:RESOURCE_ARN|VIRTUAL_NODE_NAME)$/;

const MESHES: Kind = {
  noun: say`mesh`,
  types: ['AWS::AppMesh::Mesh'],
  nameProperty: 'MeshName',
  nameIn: text => text,
};

/**
 * Nothing where a mesh lets everything out, or it cannot be told whether it does.
 * https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_EgressFilter.html
 */
export function droppingMesh({ definition, containers }: TaskContainers): DroppingMesh | undefined {
  const proxy = definition.proxy();
  if (proxy.is !== 'known' || mayLetRoot(definition)) return undefined;
  const ports = setting(definition, 'EgressIgnoredPorts');
  const list = textAt(definition.resource.template, ports);
  if (list.is === 'unknown' || (list.is === 'known' && hasHttps(list.value))) return undefined;
  const [mesh] = containers.flatMap(each => meshOf(each) ?? []);
  const filter = mesh && textAt(mesh.template, mesh.find('Spec', 'EgressFilter', 'Type'));
  if (!mesh || !filter || filter.is === 'unknown') return undefined;
  if (filter.is === 'known' && filter.value !== 'DROP_ALL') return undefined;
  const doubts = [list, filter].map(each => (each.is === 'known' ? each.unsure : undefined));
  return { mesh, at: proxy.value, ports, unsure: doubts.find(each => each !== undefined) };
}

function hasHttps(ports: string): boolean {
  return ports.split(',').some(each => each.trim() === '443');
}

/** The mesh of this template that a container is the proxy of. */
function meshOf(container: Container): Resource | undefined {
  for (const { at } of container.variables(NODE_VARIABLES)) {
    const value = andThen(container.template.find(at, 'Value'), place => container.template.symbolic(place));
    const text = value.is === 'known' && typeof value.value === 'string' ? value.value : '';
    const mesh = meshNamedIn(container, text) ?? meshMentionedIn(container, text);
    if (mesh) return mesh;
  }
  return undefined;
}

/** In `mesh/NAME/virtualNode/NODE`, or an ARN that ends so. */
function meshNamedIn({ template }: Container, text: string): Resource | undefined {
  const name = /(?:^|:)mesh\/([^/]+)\//.exec(text)?.[1];
  return name === undefined
    ? undefined
    : resourcesNamed(template, 'AWS::AppMesh::Mesh', 'MeshName', name, 'symbolic')[0]?.resource;
}

/** By the mesh itself, or by a virtual node or gateway in it. */
function meshMentionedIn({ template }: Container, text: string): Resource | undefined {
  for (const name of placeholdersIn(text)) {
    const resource = template.resource(name.replace(/\..*/s, ''));
    if (resource?.type === 'AWS::AppMesh::Mesh') return resource;
    if (!resource || !/^AWS::AppMesh::Virtual(?:Node|Gateway)$/.test(resource.type)) continue;
    const mesh = new ResourceProperty(resource.template, resource.find('MeshName')).resource(MESHES);
    if (mesh.is === 'known') return mesh.value;
  }
  return undefined;
}
