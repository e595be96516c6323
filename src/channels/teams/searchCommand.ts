/** The search of the directory while somebody writes a message, as the app's manifest names it. */
export const SEARCH_COMMAND = { id: 'searchDirectory', parameter: 'query' } as const;
