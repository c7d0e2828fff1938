import { join } from 'node:path';
import { CachedChunks } from './compile-cache.ts';

new CachedChunks(__dirname, join(__dirname, '..', '.compiled'), require).load('./main.cjs');
