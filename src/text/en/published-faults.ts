import type { publishedFaults as vi } from '../vi/published-faults.ts';

export const publishedFaults: typeof vi = {
  published_format: () => 'must be "minhchung/published@1"',
  published_name_blank: () => 'a name must not be blank',
  published_year: () => 'a year must be an integer, without quotes',
  published_place: () => 'must be an integer from 1 up, without quotes',
  published_method: () => 'the ranking method must be dense, competition or ordinal',
  published_group_of: () => 'only "all" is allowed: a group of all parts',
};
