import type { HastPluginDefinition } from 'satteri';

/** A block of code scrolls where its lines are too long for the screen, so the keyboard must reach it. */
export const focusableCode: HastPluginDefinition = {
  name: 'focusable-code',
  element: {
    filter: ['pre'],
    visit(block, context) {
      context.setProperty(block, 'tabIndex', 0);
    },
  },
};
