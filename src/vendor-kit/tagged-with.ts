/** What single conversations that have a tag are cached under, for when it is deleted. `tagKey`: key of the tag. */
export function taggedWith(tagKey: string): string {
  return `taggedWith:${tagKey}`;
}
