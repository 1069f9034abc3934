/** An example in GraphiQL. The tab has the name of the operation. */
export interface ExampleTab {
  /** Lines of up to 48 characters are seen whole in a window of usual width. */
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}
