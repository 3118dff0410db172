import { hydrate } from 'preact';
import { LinkAggregationTool } from './LinkAggregationTool.tsx';
import type { ToolProps } from './LinkAggregationTool.tsx';

/** The props as the build wrote them; they are ours, so their shape is known. */
const propsOf = (root: HTMLElement) => JSON.parse(root.dataset['props'] ?? '{}') as ToolProps;

for (const root of document.querySelectorAll<HTMLElement>('[data-island="link-aggregation"]')) {
  hydrate(<LinkAggregationTool {...propsOf(root)} />, root);
}
