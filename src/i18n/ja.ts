import { cli } from './ja/cli.ts';
import { container } from './ja/container.ts';
import { editors } from './ja/editors.ts';
import { enablement } from './ja/enablement.ts';
import { fixes } from './ja/fixes.ts';
import { help } from './ja/help.ts';
import { logging } from './ja/logging.ts';
import { network } from './ja/network.ts';
import { reasons } from './ja/reasons.ts';
import { report } from './ja/report.ts';
import { syntax } from './ja/syntax.ts';
import { taskRole } from './ja/task-role.ts';
import { template } from './ja/template.ts';
import type { Catalogue } from './words.ts';

/** What there is to say, in Japanese. */
export const ja: Catalogue = {
  ...reasons,
  ...enablement,
  ...taskRole,
  ...container,
  ...network,
  ...logging,
  ...template,
  ...syntax,
  ...fixes,
  ...report,
  ...editors,
  ...cli,
  ...help,
};
