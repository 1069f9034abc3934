import type { DeskPlan } from './desk-plan.ts';
import type { Identifiers } from './identifiers.ts';
import { makePerson } from './people.ts';
import { phrases } from './phrases.ts';
import type { Random } from './random.ts';
import type { DeskName, WorldAgent, WorldDepartment, WorldGroup, WorldTag, WorldWebsite } from './world.ts';

const colours = ['0066CC', 'B3261E', '1B7F4B', '7A4B00', '5B3CC4', '444444'];
const backgrounds = ['E6F0FB', 'FBE9E7', 'E6F4EA', 'FFF3D6', 'EFEAFC', 'EEEEEE'];

/** The parts of a desk that exist before anyone writes in. */
export interface DeskDirectory {
  readonly agents: WorldAgent[];
  readonly departments: WorldDepartment[];
  readonly websites: WorldWebsite[];
  readonly customerGroups: WorldGroup[];
  readonly tags: WorldTag[];
}

/** Makes a desk's agents, departments, sites, groups and tags. */
export function makeDirectory(
  desk: DeskName,
  plan: DeskPlan,
  ids: Identifiers,
  random: Random,
): DeskDirectory {
  const departments = plan.departments.map(([name, description], index) => ({
    id: desk === 'liveagent' && index === 0 ? 'default' : ids.department(),
    name,
    description,
  }));
  const websites = plan.websites.map(([label, host]) => ({ id: ids.website(), label, host }));
  const customerGroups = plan.groups.map((name) => ({ id: ids.group(), name, ...paint(random) }));
  return {
    departments,
    websites,
    customerGroups,
    tags: makeTags(plan, ids, random),
    agents: Array.from({ length: plan.agents }, (_, index) =>
      makeAgent(index, desk, { departments, websites }, plan, ids, random),
    ),
  };
}

function paint(random: Random): { color: string; backgroundColor: string } {
  const at = random.integer(0, colours.length - 1);
  return { color: colours[at] ?? '', backgroundColor: backgrounds[at] ?? '' };
}

function makeTags(plan: DeskPlan, ids: Identifiers, random: Random): WorldTag[] {
  const languages = Object.keys(plan.reach) as (keyof typeof phrases)[];
  const names = new Set(
    languages.flatMap((language) => phrases[language].topics.flatMap((topic) => topic.tags)),
  );
  const tags = [...names].map((name) => ({ id: ids.tag(), name, ...paint(random), archived: false }));
  return [...tags, { id: ids.tag(), name: 'summer-2019', ...paint(random), archived: true }];
}

function makeAgent(
  index: number,
  desk: DeskName,
  places: Pick<DeskDirectory, 'departments' | 'websites'>,
  plan: DeskPlan,
  ids: Identifiers,
  random: Random,
): WorldAgent {
  const person = makePerson(random, plan.staff, index + 1);
  const [user = ''] = person.email.split(/[+@]/);
  const email = `${user}@${desk}.desk.example.com`;
  const id = desk === 'livechat' ? email : ids.agent();
  return {
    id,
    email,
    firstName: person.firstName,
    lastName: person.lastName,
    nickname: random.chance(0.3) ? `${person.firstName} ${person.lastName.charAt(0)}.` : person.firstName,
    role: (['owner', 'administrator', 'manager'] as const)[index] ?? 'agent',
    online: random.chance(0.6),
    departmentIds: pickSome(random, places.departments).map((department) => department.id),
    websiteIds: pickSome(random, places.websites).map((website) => website.id),
    maxChats: random.integer(1, 6),
    externalId: random.chance(0.4) ? `hr-${random.integer(100, 999)}` : null,
  };
}

function pickSome<Element>(random: Random, list: readonly Element[]): Element[] {
  return random.sample(list, random.integer(1, Math.max(1, list.length)));
}
