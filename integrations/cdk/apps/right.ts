import { appWithPlugin } from './app';
import { WebStack } from './web';

new WebStack(appWithPlugin(), 'Shop', true);
