import { hopDeviceOf } from '../../../core/link-aggregation/placement/hop-device.ts';
import { devices } from '../../../queries/devices.ts';

/** The devices that a hop can name: fetched once a reader reaches for the form or a link names one. */
export const GET = async () =>
  Response.json((await devices()).map((device) => hopDeviceOf(device.id, device)));
