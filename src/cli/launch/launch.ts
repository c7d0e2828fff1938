import { join } from 'node:path';
import { Parts } from './parts.ts';

new Parts(__dirname, join(__dirname, '..', '.compiled'), require).load('./main.cjs');
