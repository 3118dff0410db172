import { searchWords } from '../../queries/search-words.ts';

/** See `src/islands/search/find.ts`: corrects misspelt words of a question. */
export const GET = async () => Response.json(await searchWords());
