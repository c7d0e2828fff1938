import { account } from './ja/account.ja.ts';
import { assembly } from './ja/assembly.ja.ts';
import { baseline } from './ja/baseline.ja.ts';
import { cli } from './ja/cli.ja.ts';
import { container } from './ja/container.ja.ts';
import { editors } from './ja/editors.ja.ts';
import { enablement } from './ja/enablement.ja.ts';
import { errorMessages } from './ja/error-messages.ja.ts';
import { fixes } from './ja/fixes.ja.ts';
import { help } from './ja/help.ja.ts';
import { logging } from './ja/logging.ja.ts';
import { network } from './ja/network.ja.ts';
import { reasons } from './ja/reasons.ja.ts';
import { report } from './ja/report.ja.ts';
import { syntax } from './ja/syntax.ja.ts';
import { taskRole } from './ja/task-role.ja.ts';
import { template } from './ja/template.ja.ts';
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
  ...errorMessages,
  ...account,
  ...editors,
  ...assembly,
  ...baseline,
  ...cli,
  ...help,
};
