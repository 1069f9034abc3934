/** A link to a conversation: the browser's back button works, and so does a copied address. */
export function addressOf(id: string): string {
  return `#${new URLSearchParams({ conversation: id }).toString()}`;
}

/** The conversation that the page's address names; null = none. */
export function idInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('conversation');
}
