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
  {
    path: '/tools/flow-placement/',
    title: 'Which link does this flow take?',
    question: 'Why is one link full and the others idle?',
    text: 'Names the member of a bundle that each flow takes, where the device’s formula is published, and says what to ask the device where it is not.',
  },
] as const;
