import { hydrate } from 'preact';
import { LogExplainer, type LogExplainerProps } from './LogExplainer.tsx';

for (const place of document.querySelectorAll<HTMLElement>('[data-island="ds-client-log"]')) {
  const beside = place.nextElementSibling as HTMLElement | null;
  const props: LogExplainerProps = JSON.parse(beside?.dataset['props'] ?? '');
  hydrate(<LogExplainer {...props} />, place);
}
