import { Template } from 'aws-cdk-lib/assertions';
import { appWithPlugin } from './app';
import { WebStack } from './web';

const stack = new WebStack(appWithPlugin(), 'Shop');
try {
  Template.fromStack(stack);
  console.log('nothing was thrown');
} catch (error) {
  console.log(`thrown: ${(error as Error).message.includes('exec-not-enabled')}`);
}
