import { Bar, Button, Field, Mark, Window, Words } from './parts.tsx';

const logRows = [92, 118, 144, 170, 196] as const;

export const ActivityLogMenu = () => (
  <Window title="DS-User" voice="product">
    <Bar x={16} y={54} width={48} />
    <Bar x={80} y={54} width={54} />
    <Bar x={230} y={54} width={40} />
    <path d="M1 66 H319" class="dialog-line" />
    {logRows.map((y) => (
      <Bar key={y} x={16} y={y} width={100} />
    ))}
    <rect x={150} y={66} width={132} height={116} class="dialog-menu" />
    {[120, 144, 168].map((y) => (
      <Bar key={y} x={162} y={y} width={94} />
    ))}
    <Mark x={150} y={38} width={58} height={24} number={1}>
      <Words x={162} y={55} loud>
        Logs
      </Words>
    </Mark>
    <Mark x={150} y={72} width={132} height={28} number={2}>
      <Words x={162} y={91} loud>
        Activity Log
      </Words>
    </Mark>
  </Window>
);

export const ActivityLogParameters = () => (
  <Window title="Activity Log" voice="product">
    <Mark x={10} y={37} width={300} height={168} number={1}>
      <Field y={55} x={20} width={134} label="from" value="1 Mar 00:00" loud />
      <Field y={55} x={166} width={134} label="to" value="2 Mar 23:59" loud />
      <Field y={109} x={20} width={280} label="kind of activity" value="backup" loud />
      <Field y={163} x={20} width={134} label="node" value="SERVER1" loud />
      <Field y={163} x={166} width={134} label="backup set" value="Files" loud />
    </Mark>
    <Mark x={220} y={211} width={90} height={35} number={2}>
      <Button x={226} y={216} width={78} label="Find" loud />
    </Mark>
  </Window>
);

/** Sets of an invented company. The last run crosses midnight: 23:30:00 and 2:12:40 make 01:42:40. */
const runs = [
  { set: 'Files', times: ['22:00:00', '22:41:07', '0:41:07'] },
  { set: 'Mail', times: ['22:45:00', '23:20:10', '0:35:10'] },
  { set: 'Data', times: ['23:30:00', '01:42:40', '2:12:40'] },
] as const;

const timeColumn = (index: number): number => 82 + index * 78;

export const ActivityLogColumns = () => (
  <Window title="Activity Log" voice="product">
    <Words x={14} y={62} voice="ours">
      set
    </Words>
    {runs.map(({ set }, row) => (
      <Words key={set} x={14} y={98 + row * 30}>
        {set}
      </Words>
    ))}
    <Mark x={72} y={42} width={238} height={128} number={1}>
      {['Start', 'End', 'Duration'].map((label, column) => (
        <Words key={label} x={timeColumn(column)} y={62} loud>
          {label}
        </Words>
      ))}
      {runs.map(({ set, times }, row) =>
        times.map((time, column) => (
          <Words key={`${set}-${time}`} x={timeColumn(column)} y={98 + row * 30} loud>
            {time}
          </Words>
        )),
      )}
    </Mark>
    <path d="M1 73 H319" class="dialog-line" />
    <Words x={14} y={200} voice="ours">
      click a heading to sort
    </Words>
  </Window>
);

export const EventLogButton = () => (
  <Window title="Activity Log" voice="product">
    <Words x={16} y={62} voice="ours">
      set and status
    </Words>
    <path d="M1 72 H319" class="dialog-line" />
    <Mark x={10} y={79} width={300} height={30} number={1}>
      <Words x={18} y={99} loud>
        Files
      </Words>
      <Words x={292} y={99} end loud>
        Completed with Errors
      </Words>
    </Mark>
    {[132, 158, 184].map((y) => (
      <g key={y}>
        <Bar x={18} y={y} width={42} />
        <Bar x={184} y={y} width={108} />
      </g>
    ))}
    <Mark x={194} y={211} width={116} height={35} number={2}>
      <Button x={200} y={216} width={104} label="Event Log" loud />
    </Mark>
  </Window>
);

const ErrorFlag = ({ y }: { readonly y: number }) => (
  <path d={`M18 ${y - 11} l11 11 m0 -11 l-11 11`} class="dialog-error" />
);

const WarningFlag = ({ y }: { readonly y: number }) => (
  <path d={`M23.5 ${y - 12} v7 m0 5 v0.5`} class="dialog-warning" />
);

export const EventLog = () => (
  <Window title="Event Log" voice="product">
    <Bar x={40} y={56} width={150} />
    <Mark x={10} y={68} width={300} height={28} number={1}>
      <ErrorFlag y={88} />
      <Words x={40} y={87} voice="ours" loud>
        no permission to read a file
      </Words>
    </Mark>
    <WarningFlag y={116} />
    <Bar x={40} y={114} width={170} />
    <Bar x={40} y={138} width={190} />
    <Bar x={40} y={160} width={120} />
    <Mark x={10} y={174} width={300} height={66} number={2}>
      <Words x={18} y={194} voice="ours" loud>
        detail of the selected event
      </Words>
      <Bar x={18} y={214} width={240} />
      <Bar x={18} y={230} width={170} />
    </Mark>
  </Window>
);

export const SaveAs = () => (
  <Window title="Activity Log" voice="product">
    {[62, 92, 122, 152, 182, 212].map((y, row) => (
      <g key={y}>
        <Bar x={16} y={y} width={70 + ((row * 37) % 50)} />
        <Bar x={170} y={y} width={60} />
        <Bar x={250} y={y} width={50} />
      </g>
    ))}
    <rect x={92} y={100} width={160} height={106} class="dialog-menu" />
    <Bar x={104} y={122} width={80} />
    <Bar x={104} y={144} width={104} />
    <Bar x={104} y={194} width={64} />
    <Mark x={64} y={72} width={28} height={28} number={1}>
      <path d="M72 79 v13 l3.2 -3 l2.6 6 l2.6 -1.2 l-2.6 -5.8 h4.4 z" class="dialog-dot" />
    </Mark>
    <Mark x={92} y={152} width={160} height={30} number={2}>
      <Words x={104} y={172} loud>
        Save As
      </Words>
    </Mark>
    <Words x={16} y={238} voice="ours">
      right-click anywhere in the log
    </Words>
  </Window>
);
