import { useCallback } from 'preact/hooks';
import { defaultScenario } from '../../core/link-aggregation/scenario.ts';
import { useSpoken } from '../share/use-spoken.ts';
import type { ToolProps } from './LinkAggregationTool.tsx';
import { standingOf } from './standing.ts';
import { useCalculator } from './use-calculator.ts';
import { missingDevices, useDevices, useNamedDevices } from './use-devices.ts';
import { useEngine } from './use-engine.ts';
import { useParts } from './use-parts.tsx';

/** The form, the answer to it, and the parts of the page that show both. */
export function useTool(props: ToolProps) {
  const { built, scenario = defaultScenario } = props;
  const engine = useEngine(
    props.enginePath,
    { ...built, scenario, number: 0 },
    { ...props.builtMore, number: 0 },
  );
  // A key press is painted with the answer alone; what is costly to draw follows it.
  const { whole: drawn } = engine;
  const answerId = `${props.id}-answer`;
  const state = useCalculator(scenario, props.addressBar, engine, answerId);
  const { fields, problems, asked } = state;
  const devices = useDevices(props.devicesPath, fields);
  const { catalogue } = devices;
  const named = useNamedDevices(drawn.scenario, catalogue);
  const onReach = useCallback(() => {
    void engine.start();
    void devices.start();
  }, []);
  const changed = state.changes > 0;
  const standing = standingOf({ problems, asked, ...engine, drawn, changed });
  const [said, say] = useSpoken(standing.words, changed && standing.words !== '');
  const shown = { props, state, engine, standing, answerId, changed };
  const parts = useParts({ ...shown, catalogue, named, say, onReach });
  return { ...shown, parts, said, missing: missingDevices(fields, catalogue) };
}
