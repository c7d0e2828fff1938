import { Stage } from 'aws-cdk-lib';
import { appWithPlugin } from './app';
import { ClusterStack, WebStack } from './web';

const app = appWithPlugin();
for (const name of ['Beta', 'Prod']) {
  const stage = new Stage(app, name);
  const { cluster } = new ClusterStack(stage, 'Shared');
  new WebStack(stage, 'Shop', name === 'Prod' ? undefined : true, cluster);
}
