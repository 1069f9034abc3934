import type { VendorDefinition } from '../vendor-kit/vendor-definition.ts';
import { iadvize } from './iadvize/iadvize-definition.ts';
import { liveagent } from './liveagent/liveagent-definition.ts';
import { livechat } from './livechat/livechat-definition.ts';
import { zazachat } from './zazachat/zazachat-definition.ts';

/** All vendors: the one place that names them. */
export const vendors = [iadvize, liveagent, livechat, zazachat] as unknown as readonly VendorDefinition[];
