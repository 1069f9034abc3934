import type { VendorDefinition } from '../../vendor-kit/vendor-definition.ts';
import { iadvizeCapabilities } from './iadvize-capabilities.ts';
import { createIadvizeSource } from './iadvize-resolvers.ts';
import { iadvizeSettings, type IadvizeSettings } from './iadvize-settings.ts';

/** iAdvize, API 1.7. */
export const iadvize: VendorDefinition<IadvizeSettings> = {
  id: 'iadvize',
  vendor: 'IADVIZE',
  displayName: 'iAdvize',
  documentation: 'https://github.com/iadvize/documentation',
  settings: iadvizeSettings,
  secrets: ['apiKey'],
  requestsPerMinute: null,
  capabilities: iadvizeCapabilities,
  create: createIadvizeSource,
};
