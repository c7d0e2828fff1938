import { hasPlaceholder } from '../../cfn/functions/placeholder.ts';

/** What a session needs, and an image is known not to have. */
export type Lack = 'shell' | 'script';

interface Images {
  readonly lacks: Lack;
  readonly repository: RegExp;
  /** Tags that the images have it under all the same. */
  readonly except?: RegExp;
}

/**
 * Images that are known to lack something. Of others nothing is known.
 * https://github.com/GoogleContainerTools/distroless
 * https://github.com/aws-observability/aws-otel-collector/issues/2464
 * https://github.com/corretto/corretto-docker/issues/101
 * https://github.com/aws/amazon-ssm-agent/issues/653
 */
const KNOWN: readonly Images[] = [
  { lacks: 'shell', repository: /(?:^|\/)distroless(?:[-/]|$)/, except: /debug|-dev\b/ },
  { lacks: 'shell', repository: /(?:^|\/)chainguard\/static$/, except: /-dev\b/ },
  { lacks: 'shell', repository: /(?:^|\/)(?:aws-otel-collector|amazon-ecs-agent)$/ },
  { lacks: 'shell', repository: /^(?:library\/|docker\.io\/(?:library\/)?)?(?:scratch|hello-world)$/ },
  {
    lacks: 'script',
    repository:
      /^(?:public\.ecr\.aws\/(?:amazoncorretto|docker\/library)\/|docker\.io\/library\/)?amazoncorretto$/,
    except: /alpine|debian/,
  },
  {
    lacks: 'script',
    repository:
      /^(?:registry(?:\.access)?\.redhat\.(?:com|io)|(?:docker\.io\/)?redhat)\/ubi8(?:[-/][\w-]+)?$/,
  },
];

/** .NET without a shell is told by its tag. */
const BARE_TAG = /chiseled|distroless/;

/** Nothing where the image is not known well enough to tell. */
export function lackOf(image: string): Lack | undefined {
  const [name = ''] = image.split('@');
  const colon = name.lastIndexOf(':');
  const hasTag = colon > name.lastIndexOf('/');
  const repository = hasTag ? name.slice(0, colon) : name;
  const tag = hasTag ? name.slice(colon + 1) : '';
  if (hasPlaceholder(tag)) return undefined;
  if (/(?:^|\/)dotnet\/[\w-]+$/.test(repository) && BARE_TAG.test(tag)) return 'shell';
  return KNOWN.find(each => each.repository.test(repository) && !each.except?.test(tag))?.lacks;
}
