import type { Draft } from './conversation-draft.ts';

const systems = ['Windows 11 Pro', 'macOS', 'Vista 64-Bit', 'Ubuntu'];
const tiers = ['gold', 'silver', 'first & last'];

/** Values for the fields an account has defined; not every conversation has them. */
export function makeFields(draft: Draft): { code: string; value: string }[] {
  const { random, plan } = draft.scene;
  if (plan.fieldCodes.length === 0 || draft.channel === 'chat' || random.chance(0.4)) return [];
  const values: Readonly<Record<string, () => string>> = {
    order_number: () => draft.values['order'] ?? '',
    customer_tier: () => random.pick(tiers),
    'Customer Number': () => String(random.integer(10_000, 99_999)),
    'Operating System': () => random.pick(systems),
    Referrer: () => (random.chance(0.2) ? '' : 'google'),
  };
  return plan.fieldCodes.map((code) => ({ code, value: values[code]?.() ?? '' }));
}
