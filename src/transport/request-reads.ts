import type { Answer, CallContext } from '../contract/call-context.ts';

/**
 * Remembers what each request is reading or has read. Asked for once more by the same request, it is given again,
 * however short it stays fresh.
 */
export class RequestReads {
  readonly #byRequest = new WeakMap<object, Map<string, Promise<Answer<unknown>>>>();

  /** The answer under a key, read when it is first asked for; one that failed is read again. */
  once<T>(context: CallContext, key: string, read: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const { request = context } = context;
    let answers = this.#byRequest.get(request);
    if (!answers) this.#byRequest.set(request, (answers = new Map()));
    let answer = answers.get(key) as Promise<Answer<T>> | undefined;
    if (!answer) {
      answer = read();
      answers.set(key, answer);
      answer.catch(() => answers.delete(key));
    }
    return answer;
  }
}
