import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { decodeXml } from './xml-decoding.ts';
import type { XmlElement } from './xml-element.ts';

/** Larger documents, in characters, are parsed in a worker thread: they would hold up everybody else. */
const longestOnMainThread = 131_072;

interface Task {
  readonly id: number;
  readonly text: string;
}

/** The tree travels as JSON, which is read back faster than a cloned object. */
type Outcome =
  | { readonly id: number; readonly json: string }
  | { readonly id: number; readonly fault: string };

interface Waiting {
  readonly resolve: (element: XmlElement) => void;
  readonly reject: (error: Error) => void;
}

/** Marks the thread that this file starts on itself. */
const role = 'deskgraph-xml';
const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let tasks = 0;

/** Parses XML as `decodeXml` does, off the main thread when it is large. */
export async function decodeXmlOffThread(text: string): Promise<XmlElement> {
  if (text.length <= longestOnMainThread) return decodeXml(text);
  return new Promise((resolve, reject) => {
    const id = (tasks += 1);
    waiting.set(id, { resolve, reject });
    const thread = openWorker();
    // It keeps the process alive only while somebody waits.
    thread.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    thread.postMessage({ id, text } satisfies Task);
  });
}

function openWorker(): Worker {
  if (worker) return worker;
  const opened = new Worker(new URL(import.meta.url), { name: 'xml', env: {}, workerData: role });
  opened.on('message', settle);
  opened.on('error', () => abandon(opened));
  opened.on('exit', () => abandon(opened));
  worker = opened;
  return opened;
}

function settle(outcome: Outcome): void {
  const task = waiting.get(outcome.id);
  waiting.delete(outcome.id);
  if (waiting.size === 0) worker?.unref();
  if ('fault' in outcome) task?.reject(new Error(outcome.fault));
  else task?.resolve(JSON.parse(outcome.json) as XmlElement);
}

function abandon(broken: Worker): void {
  if (worker !== broken) return;
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Error('the parser broke down'));
  waiting.clear();
}

function work({ id, text }: Task): Outcome {
  try {
    return { id, json: JSON.stringify(decodeXml(text)) };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : 'not XML' };
  }
}

if (!isMainThread && workerData === role) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.on('message', (task: Task) => parentPort?.postMessage(work(task)));
}
