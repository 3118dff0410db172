import { hydrate } from 'preact';
import { LogExplainer, type LogExplainerProps } from './LogExplainer.tsx';

for (const place of document.querySelectorAll<HTMLElement>('[data-island="ds-client-log"]')) {
  const props: LogExplainerProps = JSON.parse(place.dataset['props'] ?? '');
  hydrate(<LogExplainer {...props} />, place);
}
