/**
 * The same answer as a `Response` of the runtime. The server's library has a class of its own for whole answers, which
 * frameworks do not take for a `Response`, and puts headers of its own into those that come in parts.
 */
export async function ownResponse(answer: Response): Promise<Response> {
  const { status, statusText, body } = answer;
  const headers = new Headers([...answer.headers]);
  const content = body === null || body instanceof ReadableStream ? body : await answer.arrayBuffer();
  return new Response(content, { status, statusText, headers });
}
