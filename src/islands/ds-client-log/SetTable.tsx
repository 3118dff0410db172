import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { OutcomeMark } from '../../figures/ds-client-log/OutcomeMark.tsx';
import { sparkSize, type Spark } from '../../figures/ds-client-log/set-chart.ts';
import type { SetRunView, SetStatuses } from './set-view.ts';
import { useGrowing } from './use-stages.ts';

/** Rows drawn in one frame. */
const setsPerFrame = 10;

const Run = ({ run }: { readonly run: SetRunView }) => (
  <>
    <span class="log-began">{run.began}</span>{' '}
    <OutcomeMark outcome={run.outcome} isBrief={run.isOpen} />
    {run.remark !== '' && <span class="log-place"> {run.remark}</span>}
  </>
);

/** The small chart is for the eye: each day of it stands in the chart of the set, and in its table. */
const Course = ({ spark }: { readonly spark: Spark }) => (
  <svg
    class="log-spark"
    width={sparkSize.width}
    height={sparkSize.height}
    aria-hidden="true"
    focusable="false"
  >
    <path d={spark.course} />
    <path class="log-far" d={spark.rings} />
    <path data-outcome="incomplete" d={spark.crosses} />
  </svg>
);

/** Where there is no room for columns, each cell carries its head with it. */
const heads = {
  completed: 'Last completed backup',
  latest: 'Latest run',
} as const;

/** Did it run last night? Each backup set with its last completed backup and its latest run. */
export function SetTable({ statuses }: { readonly statuses: SetStatuses }) {
  const { more } = statuses;
  const sets = useGrowing(statuses.sets, setsPerFrame);
  const hasUsual = sets.some(({ usual }) => usual !== null);
  if (sets.length === 0) return null;
  return (
    <section class="log-sets">
      <h3 id="log-sets">Each backup set</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and a keyboard must reach that */}
      <section class="log-region log-region-sets" aria-labelledby="log-sets" tabIndex={0}>
        <table class="log-table">
          <thead>
            <tr>
              <th scope="col">Set</th>
              <th scope="col">{heads.completed}</th>
              <th scope="col">{heads.latest}</th>
              {hasUsual && <th scope="col">Usual duration</th>}
            </tr>
          </thead>
          <tbody>
            {sets.map(({ name, lastCompleted, latest, usual }) => (
              <tr key={name}>
                <th scope="row">
                  <CellText text={name} />
                </th>
                <td data-head={heads.completed}>
                  {lastCompleted ? (
                    <Run run={lastCompleted} />
                  ) : (
                    <strong>no completed backup in this log</strong>
                  )}
                </td>
                <td data-head={heads.latest}>
                  {lastCompleted?.row === latest.row ? 'the same run' : <Run run={latest} />}
                </td>
                {hasUsual && (
                  <td class="log-usual-cell" data-head="Usually">
                    {usual && <Course spark={usual.spark} />} {usual?.text}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="log-place">
        {more && `${more} `}By when the run began. Only a test restore says whether the data can be
        had back.
      </p>
    </section>
  );
}
