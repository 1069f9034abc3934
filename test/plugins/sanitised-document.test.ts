import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { sanitisedDocument } from '../../src/plugins/sanitised-document.ts';

it('is a document with a sign in the place of texts, numbers and yes or no, in lists and objects too', () => {
  const document = parse(`query Find($email: String = "jane@example.com", $first: Int = 7) {
    conversations(first: 25, strict: true, filter: { search: "invoice 4711", sources: ["a", "b"], status: [OPEN] }) {
      nodes { subject @include(if: true) }
    }
    person(email: $email) { name }
    note(text: """a block for jane""", weight: 1.5, nothing: null)
  }`);
  expect(sanitisedDocument(document)).toBe(`query Find($email: String = ?, $first: Int = ?) {
  conversations(
    first: ?
    strict: ?
    filter: {search: ?, sources: [?, ?], status: [OPEN]}
  ) {
    nodes {
      subject @include(if: ?)
    }
  }
  person(email: $email) {
    name
  }
  note(text: ?, weight: ?, nothing: null)
}`);
});

it('has no aliases and no comments, which some clients make out of ids', () => {
  const document = parse(`{
    # for jane
    customer_4711: customer(id: "a") { person { who: name } }
  }`);
  expect(sanitisedDocument(document).replaceAll(/\s+/g, ' ')).toBe('{ customer(id: ?) { person { name } } }');
});

it('is cut where it gets long, and the document stays as it was', () => {
  const document = parse(`{ ${'subject '.repeat(3000)} node(id: "4711") { id } }`);
  expect(sanitisedDocument(document)).toHaveLength(10_000);
  expect(document.loc?.source.body).toContain('4711');
  expect(sanitisedDocument(document)).toBe(sanitisedDocument(document));
});
