import { appWithPlugin } from './app';
import { ClusterStack, WebStack } from './web';

const app = appWithPlugin();
const { cluster } = new ClusterStack(app, 'Shared');
new WebStack(app, 'Shop', true, cluster);
new WebStack(app, 'Admin', false, cluster);
