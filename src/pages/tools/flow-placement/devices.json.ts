import { deviceDetails } from '../../../queries/device-details.ts';

/** What the tool shows beside an answer, for every device: fetched once a reader reaches for the form. */
export const GET = async () => Response.json(await deviceDetails());
