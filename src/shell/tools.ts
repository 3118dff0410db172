/** The tools, as the index and the home page name them. */
export const tools = [
  {
    path: '/tools/link-aggregation/',
    title: 'Link-aggregation throughput',
    question: 'How fast will four links really be, and which one carries it?',
    text: 'Draws the path hop by hop, says who chooses the link and why, gives a range instead of a multiple, and tells what to change.',
  },
  {
    path: '/tools/ds-client-log/',
    title: 'DS-Client log explainer',
    question: 'What does this log say, and is anything wrong?',
    text: 'Reads the activity log that DS-User saved and explains each cell in a sentence. The log never leaves your machine.',
  },
] as const;
