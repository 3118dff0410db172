import { hydrate } from 'preact';
import { FlowPlacementTool } from './FlowPlacementTool.tsx';
import type { ToolProps } from './use-tool.ts';

/** The props as the build wrote them; they are ours, so their shape is known. */
const propsOf = (root: HTMLElement) => JSON.parse(root.dataset['props'] ?? '{}') as ToolProps;

for (const root of document.querySelectorAll<HTMLElement>('[data-island="flow-placement"]')) {
  hydrate(<FlowPlacementTool {...propsOf(root)} />, root);
}
