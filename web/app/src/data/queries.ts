import { QueryClient } from '@tanstack/react-query';
import { Refusal } from './api';

/** One retry for answers that did not come; a refusal would only be refused again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => !(error instanceof Refusal) && count < 1,
      refetchOnWindowFocus: false,
      // The browser's word for being online says nothing of an intranet; we ask and see.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
