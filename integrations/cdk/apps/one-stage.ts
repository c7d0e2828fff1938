import { App, Stage, Validations } from 'aws-cdk-lib';
import { EcsExecLint } from 'ecs-exec-lint/cdk';
import { ClusterStack, WebStack } from './web';

const app = new App();
for (const name of ['Beta', 'Prod']) {
  const stage = new Stage(app, name);
  const { cluster } = new ClusterStack(stage, 'Shared');
  new WebStack(stage, 'Shop', undefined, cluster);
  if (name === 'Prod') Validations.of(stage).addPlugins(new EcsExecLint());
}
