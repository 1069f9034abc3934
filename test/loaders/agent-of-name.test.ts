import { describe, expect, it } from 'vitest';
import { agentOfName } from '../../src/loaders/agent-of-name.ts';

const agents = [
  { key: '1', name: 'Ines Moreau', nickname: 'Ines' },
  { key: '2', name: 'Tom Adler', nickname: 'Sky' },
  { key: '3', name: 'Sky', nickname: 'Sky' },
  { key: '4', name: 'Lee Park', nickname: null },
  { key: '5', name: 'Lee Park', nickname: 'lee' },
  { key: '6', name: 'ana roy' },
  { key: '7', name: 'Ana Roy' },
];

describe('finding an agent by name', () => {
  it.each([
    ['the full name', 'Ines Moreau', '1'],
    ['blanks and case aside', '  ines MOREAU ', '1'],
    ['the name shown to customers', 'ines', '1'],
    ['a full name before a nickname', 'Sky', '3'],
    ['the case where nothing else tells names apart', ' Ana Roy', '7'],
  ])('goes by %s', (_what, name, key) => {
    expect(agentOfName(agents, name)?.key).toBe(key);
  });

  it.each([
    ['nobody', 'Nina'],
    ['several', 'Lee Park'],
    ['several in other cases', 'ANA ROY'],
  ])('finds none where %s has it', (_who, name) => {
    expect(agentOfName(agents, name)).toBeNull();
  });
});
