/** By name: to who loads it on demand, the default is all that the package exports. */
export { default as stringWidth } from 'string-width';
