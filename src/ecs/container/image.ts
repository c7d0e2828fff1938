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
 * https://edu.chainguard.dev/chainguard/chainguard-images/about/differences-development-production
 * https://github.com/aws/amazon-cloudwatch-agent/blob/main/amazon-cloudwatch-container-insights/cloudwatch-agent-dockerfile/Dockerfile
 * https://github.com/docker-library/docs/blob/master/nats/README.md
 */
const KNOWN: readonly Images[] = [
  { lacks: 'shell', repository: /(?:^|\/)distroless(?:[-/]|$)/, except: /debug|-dev\b/ },
  {
    lacks: 'shell',
    repository: /(?:^|\/)chainguard\/(?!(?:wolfi-base|chainguard-base|bash|busybox|sdk)$)[\w.-]+$/,
    except: /-dev\b/,
  },
  {
    lacks: 'shell',
    repository:
      /(?:^|\/)(?:aws-otel-collector|amazon-ecs-agent|(?:amazon|cloudwatch-agent)\/cloudwatch-agent)$/,
  },
  { lacks: 'shell', repository: inLibrary('scratch|hello-world') },
  { lacks: 'shell', repository: inLibrary('nats'), except: /alpine|windows|nanoserver/ },
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

/** An official image of Docker, as Docker Hub or its mirror at AWS has it. */
function inLibrary(names: string): RegExp {
  return new RegExp(`^(?:(?:public\\.ecr\\.aws/docker/|docker\\.io/)?library/|docker\\.io/)?(?:${names})$`);
}

/** .NET without a shell is told by its tag. */
const BARE_TAG = /chiseled|distroless/;

/** Nothing where the image is not known well enough to tell. */
export function lackOf(image: string): Lack | undefined {
  const { repository, tag } = parts(image);
  if (hasPlaceholder(tag)) return undefined;
  if (/(?:^|\/)dotnet\/[\w-]+$/.test(repository) && BARE_TAG.test(tag)) return 'shell';
  return KNOWN.find(each => each.repository.test(repository) && !each.except?.test(tag))?.lacks;
}

/**
 * Whether an image is Windows Nano Server, or says in its tag that it is built on it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations
 */
export function isNanoServer(image: string): boolean {
  const { repository, tag } = parts(image);
  return /(?:^|\/)nanoserver$/.test(repository) || /(?:^|-)nanoserver(?:-|$)/.test(tag);
}

function parts(image: string): { readonly repository: string; readonly tag: string } {
  const [name = ''] = image.split('@');
  const colon = name.lastIndexOf(':');
  const hasTag = colon > name.lastIndexOf('/');
  return hasTag
    ? { repository: name.slice(0, colon), tag: name.slice(colon + 1) }
    : { repository: name, tag: '' };
}
