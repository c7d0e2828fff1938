import { Validations } from 'aws-cdk-lib';
import { appWithPlugin } from './app';
import { WebStack } from './web';

const app = appWithPlugin();
new WebStack(app, 'Shop', true);
const batch = new WebStack(app, 'Batch');
Validations.of(batch).acknowledge({
  id: 'ecs-exec-lint::exec-not-enabled',
  reason: 'Nobody needs a shell there.',
});
