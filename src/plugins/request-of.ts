/** The request that an execution answers; undefined = it was started without one. */
export function requestOf({ contextValue }: { readonly contextValue?: unknown }): Request | undefined {
  return (contextValue as { readonly request?: Request }).request;
}
