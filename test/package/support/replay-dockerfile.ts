import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { newFolder, project } from './copy-project.ts';
import { runWell } from './run-program.ts';

/** What an image is, without the layers below it. */
export interface ReplayedImage {
  /** The image's root. */
  readonly root: string;
  /** Where its program runs, in the image's root. */
  readonly folder: string;
  readonly base: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string | null;
  readonly command: readonly string[];
  readonly healthCommand: readonly string[];
}

/** An image in the making. */
interface Stage extends ReplayedImage {
  readonly name: string;
  readonly workdir: string;
}

/** Does in new folders what the Dockerfile does in layers; gives the last image. */
export async function replayDockerfile(): Promise<ReplayedImage> {
  const stages: Stage[] = [];
  for (const { word, rest } of instructionsOf(readFileSync(join(project, 'Dockerfile'), 'utf8'))) {
    if (word === 'FROM') stages.push(newStage(rest));
    else stages.push(await next(stages.pop()!, stages, word, rest));
  }
  const last = stages.pop();
  for (const { root } of stages) rmSync(root, { recursive: true });
  if (!last) throw new Error('the Dockerfile makes no image');
  return last;
}

function instructionsOf(text: string): { readonly word: string; readonly rest: string }[] {
  return text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [word = '', ...rest] = line.trim().split(/\s+/);
      return { word, rest: rest.join(' ') };
    });
}

function newStage(rest: string): Stage {
  const [base = '', , name = ''] = rest.split(' ');
  const root = newFolder('image');
  return {
    name,
    root,
    base,
    workdir: '/',
    folder: root,
    environment: {},
    user: null,
    command: [],
    healthCommand: [],
  };
}

async function next(stage: Stage, others: readonly Stage[], word: string, rest: string): Promise<Stage> {
  switch (word) {
    case 'CMD':
      return { ...stage, command: JSON.parse(rest) as string[] };
    case 'COPY':
      copy(stage, others, rest.split(' '));
      return stage;
    case 'ENV':
      return {
        ...stage,
        environment: {
          ...stage.environment,
          ...Object.fromEntries(rest.split(' ').map((pair) => pair.split('='))),
        },
      };
    case 'EXPOSE':
      return stage;
    case 'HEALTHCHECK':
      return { ...stage, healthCommand: JSON.parse(rest.slice(rest.indexOf('CMD') + 3)) as string[] };
    case 'RUN':
      await runWell(stage.folder, 'sh', '-c', rest);
      return stage;
    case 'USER':
      return { ...stage, user: rest };
    case 'WORKDIR': {
      const folder = join(stage.root, rest);
      mkdirSync(folder, { recursive: true });
      return { ...stage, workdir: rest, folder };
    }
    default:
      throw new Error(`nobody has said yet how to replay ${word}`);
  }
}

function copy(stage: Stage, others: readonly Stage[], words: readonly string[]): void {
  const from = words[0]?.startsWith('--from=') ? words[0].slice('--from='.length) : null;
  const paths = from === null ? words : words.slice(1);
  const origin = from === null ? project : others.find(({ name }) => name === from)?.root;
  const target = paths.at(-1);
  if (origin === undefined || target === undefined) throw new Error(`cannot copy: ${words.join(' ')}`);
  const into = isAbsolute(target) ? join(stage.root, target) : join(stage.folder, target);
  for (const path of paths.slice(0, -1)) {
    const source = join(origin, path);
    if (!existsSync(source)) throw new Error(`there is no ${path} to copy`);
    cpSync(source, target.endsWith('/') ? join(into, basename(path)) : into, {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}
