export { createGateway } from './library/create-gateway.ts';
export type { Gateway, GatewayOptions } from './library/create-gateway.ts';
export { ConfigError } from './config/config-error.ts';
export type { ConfigFault } from './config/config-error.ts';
export type { Environment } from './config/environment-value.ts';
