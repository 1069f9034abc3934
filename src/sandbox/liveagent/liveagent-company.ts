import type { Desk } from '../world/world.ts';
import { digest } from '../digest.ts';

/** A firm that customers belong to. */
export interface Company {
  readonly id: string;
  readonly name: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly createdAt: number;
  readonly language: string;
  readonly ip: string;
  readonly groupIds: readonly string[];
}

const firms: readonly (readonly [name: string, domain: string, language: string])[] = [
  ['Ridgeway Outfitters', 'ridgeway.example.com', 'en'],
  ['株式会社サンプル登山', 'sanpuru.example.org', 'ja'],
  ['Refuge des Cimes SARL', 'cimes.example.net', 'fr'],
  ['Tarn & Fell Ltd', 'tarnfell.example.com', 'en'],
  ['Nameless', '', ''],
];

/** Makes the account's companies, which are the same for the same desk. */
export function makeCompanies(desk: Desk): Company[] {
  const first = desk.customers[0]?.createdAt ?? 0;
  return firms.map(([name, domain, language], index) => ({
    id: digest(`company ${name}`).slice(0, 8),
    name,
    language,
    emails: domain === '' ? [] : [`office@${domain}`, ...(index % 2 === 0 ? [`boss@${domain}`] : [])],
    phones: index === 0 ? ['+44 555 0100', '555 0101'] : [],
    createdAt: first + index * 86_400_000,
    ip: index === 4 ? '' : `203.0.113.${index + 1}`,
    groupIds: desk.customerGroups.slice(0, index).map((group) => group.id),
  }));
}
