const mayNamePrototype = /__proto__|\\u005f/i;

/** Parses JSON, without the one key that could change what an object inherits. Throws a `SyntaxError`. */
export function decodeJson(text: string): unknown {
  return (mayNamePrototype.test(text) ? JSON.parse(text, withoutPrototype) : JSON.parse(text)) as unknown;
}

function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}
