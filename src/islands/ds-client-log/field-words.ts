import type { Field } from '../../core/ds-client-log/columns.ts';

/** Fields as the screens of DS-User and Asigra's help name them. */
export const fieldWords = {
  user: 'User Name',
  type: 'Type',
  owner: 'Owner',
  description: 'Description',
  errors: 'Errors',
  warnings: 'Warnings',
  start: 'Start',
  end: 'End',
  duration: 'Duration',
  files: 'Files',
  online: 'Online',
  transmitted: 'Transmitted',
  completion: 'Completion',
  netTransmitted: 'Net transmitted',
  activityId: 'Activity ID',
  setId: 'Set ID',
  scheduleId: 'Schedule ID',
  severity: 'Type of event',
  category: 'Category',
  time: 'Event time',
  eventNumber: 'Event number',
  nodeId: 'Node ID',
  extraInfo: 'Extra information',
  text: 'Text',
} as const satisfies Record<Field, string>;
