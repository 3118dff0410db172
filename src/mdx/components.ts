import Calculator from './Calculator.astro';
import Callout from './Callout.astro';
import DialogStep from './DialogStep.astro';
import LogExample from './LogExample.astro';
import LogExplainer from './LogExplainer.astro';
import Rate from './Rate.astro';
import Scenario from './Scenario.astro';
import SinceThen from './SinceThen.astro';
import Step from './Step.astro';
import Steps from './Steps.astro';
import TableScroll from './TableScroll.astro';
import Term from './Term.astro';

/** The tags an author may write in an article without importing anything: the one list of names. */
export const components = {
  Calculator,
  Callout,
  DialogStep,
  LogExample,
  LogExplainer,
  Rate,
  Scenario,
  SinceThen,
  Step,
  Steps,
  TableScroll,
  Term,
} as const;
