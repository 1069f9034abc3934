import type { DeskName, WorldConversation, WorldCustomer } from './world.ts';

type Weights<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** What one desk of the made-up company looks like, for a world of size 1. */
export interface DeskPlan {
  readonly timeZone: string;
  readonly conversations: number;
  readonly agents: number;
  /** How likely a person with this language is a customer of the desk. */
  readonly reach: Weights<WorldCustomer['language']>;
  /** The language of its agents' names. */
  readonly staff: WorldCustomer['language'];
  readonly channels: Weights<WorldConversation['channel']>;
  /** The status in which a finished conversation ends. */
  readonly endings: Weights<WorldConversation['status']>;
  readonly spam: number;
  readonly departments: readonly (readonly [name: string, description: string])[];
  readonly websites: readonly (readonly [label: string, host: string])[];
  readonly groups: readonly string[];
  readonly fieldCodes: readonly string[];
}

/** The company's four desks. */
export const deskPlans: Readonly<Record<DeskName, DeskPlan>> = {
  liveagent: {
    timeZone: 'America/Los_Angeles',
    conversations: 1200,
    agents: 14,
    reach: { en: 0.6, fr: 0.3, es: 0.1, ja: 1 },
    staff: 'en',
    channels: { email: 58, form: 12, chat: 12, call: 8, facebook: 4, whatsapp: 3, manual: 3 },
    endings: { resolved: 80, closed: 20 },
    spam: 0.03,
    departments: [
      ['Support', 'First line'],
      ['Orders & Returns', 'Everything after the purchase'],
      ['Billing', ''],
      ['日本語サポート', 'Japanese-speaking team'],
      ['Wholesale', 'Shops and clubs'],
    ],
    websites: [],
    groups: ['Wholesale', 'Members', 'Press', 'Watch list'],
    fieldCodes: ['order_number', 'customer_tier'],
  },
  livechat: {
    timeZone: 'UTC',
    conversations: 800,
    agents: 10,
    reach: { en: 0.5, es: 1, fr: 0.05 },
    staff: 'es',
    channels: { chat: 45, email: 30, form: 12, manual: 8, facebook: 5 },
    endings: { resolved: 1 },
    spam: 0.04,
    departments: [
      ['Tienda España', ''],
      ['Latin America', ''],
      ['Escalations', ''],
    ],
    websites: [['Store', 'store.example.com']],
    groups: [],
    fieldCodes: [],
  },
  iadvize: {
    timeZone: 'Europe/Paris',
    conversations: 600,
    agents: 10,
    reach: { fr: 1, en: 0.05 },
    staff: 'fr',
    channels: { chat: 1 },
    endings: { closed: 1 },
    spam: 0,
    departments: [
      ['Conseil', ''],
      ['Service client', ''],
    ],
    websites: [
      ['Boutique', 'boutique.example.com'],
      ['Déstockage', 'promo.example.com'],
      ['Blog', 'blog.example.org'],
    ],
    groups: [],
    fieldCodes: [],
  },
  zazachat: {
    timeZone: 'America/New_York',
    conversations: 400,
    agents: 6,
    reach: { en: 0.45 },
    staff: 'en',
    channels: { chat: 60, form: 40 },
    endings: { closed: 1 },
    spam: 0,
    departments: [
      ['Sales', ''],
      ['Service', ''],
    ],
    websites: [['Outlet', 'outlet.example.net']],
    groups: [],
    fieldCodes: ['Customer Number', 'Operating System', 'Referrer'],
  },
};

/** How many people the company knows, and how their languages are spread. */
export const population = { people: 600, languages: { en: 45, fr: 25, ja: 12, es: 18 } } as const;
