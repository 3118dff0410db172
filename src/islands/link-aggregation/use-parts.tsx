import { useCallback, useMemo } from 'preact/hooks';
import { writeScenario } from '../../core/link-aggregation/fields.ts';
import { writePermalink } from '../../core/link-aggregation/permalink.ts';
import type { NamedDevice } from '../../core/link-aggregation/placement/named-devices.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { focusOn } from '../fold/focus-on.ts';
import { RangeStrip, WindowTable } from './Answer.tsx';
import { Drawn, Headline } from './AnswerParts.tsx';
import { Inputs } from './Inputs.tsx';
import type { ToolProps } from './LinkAggregationTool.tsx';
import { Reasons } from './Reasons.tsx';
import { Share } from './Share.tsx';
import type { Standing } from './standing.ts';
import type { Edit, useCalculator } from './use-calculator.ts';
import type { Catalogue } from './use-devices.ts';
import type { useEngine } from './use-engine.ts';

/** Takes a scenario over and leads to its answer: the button that was pressed may go with the old one. */
const applying = (change: (edit: Edit) => void, answerId: string) => (scenario: Scenario) => {
  change(writeScenario(scenario));
  document.getElementById(answerId)?.focus();
};

interface Given {
  readonly props: ToolProps;
  readonly state: ReturnType<typeof useCalculator>;
  readonly engine: ReturnType<typeof useEngine>;
  readonly standing: Standing;
  readonly answerId: string;
  readonly catalogue: Catalogue;
  readonly named: readonly NamedDevice[];
  readonly changed: boolean;
  readonly say: (words: string) => void;
  readonly onReach: () => void;
}

/** The parts of the tool, each drawn anew only when what it shows is another. */
export function useParts(given: Given) {
  const { props, state, engine, standing, answerId, catalogue, named, changed, say, onReach } =
    given;
  const { id, level, flowPath } = props;
  const { fields, problems, live, change, open } = state;
  const { result, whole: drawn, followed } = engine;
  const canShare = live && standing.isAnswered && !state.isExample;
  const onApply = useCallback(applying(change, answerId), []);
  const link = useMemo(() => writePermalink(writeScenario(drawn.scenario)), [drawn.scenario]);
  const { rate } = result.analysis;
  // Another volume goes at the same rate: its figures are not even looked through.
  const range = useMemo(() => <RangeStrip rate={rate} changed={changed} />, [rate, changed]);
  const headline = useMemo(
    () => <Headline {...{ result, range, changed, live, onApply }} />,
    [result, changed, live],
  );
  const times = useMemo(() => <WindowTable analysis={drawn.analysis} />, [drawn]);
  const figure = useMemo(() => <Drawn {...{ result: drawn, live, change }} />, [drawn, live]);
  const share = useMemo(
    () => <Share {...props} live={canShare} result={drawn} named={named} link={link} say={say} />,
    [canShare, drawn, named, link],
  );
  const reasons = useMemo(
    () => (
      <Reasons
        {...{
          result: drawn,
          more: followed,
          standing: standing.advice,
          changed,
          named,
          level,
          live,
        }}
        onApply={onApply}
        onJob={() => focusOn(`${id}-volume`)}
        say={say}
      />
    ),
    [drawn, followed, standing.advice, changed, named, live],
  );
  const inputs = useMemo(
    () => (
      <Inputs
        editing={{ id, fields, problems, catalogue, flowPath, onChange: change }}
        live={live}
        onReach={onReach}
        onSituation={open}
      />
    ),
    [fields, problems, catalogue, live],
  );
  return { headline, times, figure, share, reasons, inputs };
}
