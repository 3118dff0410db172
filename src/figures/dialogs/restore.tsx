import { Bar, Button, CheckBox, Field, Foot, Mark, Radio, Window, Words } from './parts.tsx';

const dialog = 'restore dialog';
const dots = '••••••••';

/** The rule in the file, with a name of our own. */
export const CheckSudoers = () => (
  <Window title="/etc/sudoers" voice="product">
    <Words x={18} y={66}>
      {'root        ALL=(ALL:ALL) ALL'}
    </Words>
    <Mark x={10} y={82} width={300} height={28} number={1}>
      <Words x={18} y={101} loud>
        {'backupuser  ALL=(ALL:ALL) ALL'}
      </Words>
    </Mark>
    <Words x={18} y={136}>
      {'%sudo       ALL=(ALL:ALL) ALL'}
    </Words>
    <Words x={18} y={184} voice="ours">
      on the restore target
    </Words>
  </Window>
);

export const ChooseFiles = () => (
  <Window title={dialog}>
    <Words x={16} y={54} voice="ours">
      files in the backup set
    </Words>
    <Mark x={10} y={66} width={300} height={84} number={1}>
      <CheckBox y={89} label="/etc" chosen loud />
      <CheckBox y={114} label="/home/anna" chosen loud />
      <CheckBox y={139} label="/srv/www" chosen loud />
    </Mark>
    <CheckBox y={173} label="/var/log" chosen={false} />
    <CheckBox y={198} label="/var/tmp" chosen={false} />
    <Foot />
  </Window>
);

const OriginalPlace = () => <Radio y={57} label="original place" voice="ours" chosen={false} />;

const Alternate = ({ loud = false }: { readonly loud?: boolean }) => (
  <Radio y={85} label="Alternate location" chosen loud={loud} />
);

const Onward = ({ loud = false }: { readonly loud?: boolean }) => (
  <Button x={254} y={67} width={50} label=">>" loud={loud} />
);

export const AlternateLocation = () => (
  <Window title={dialog}>
    <OriginalPlace />
    <Mark x={10} y={65} width={206} height={30} number={1}>
      <Alternate loud />
    </Mark>
    <Mark x={248} y={62} width={62} height={36} number={2}>
      <Onward loud />
    </Mark>
    <rect x={10} y={110} width={300} height={94} rx={4} class="dialog-later" />
    <Words x={22} y={161} voice="ours">
      server and credentials come next
    </Words>
    <Foot />
  </Window>
);

export const ServerAndBoxes = () => (
  <Window title={dialog}>
    <OriginalPlace />
    <Alternate />
    <Onward />
    <Mark x={10} y={100} width={300} height={55} number={1}>
      <Field y={117} label="server name or IP address" value="server1.example.com" loud />
    </Mark>
    <Mark x={10} y={162} width={240} height={47} number={2}>
      <CheckBox y={180} label="Ask for credentials" chosen loud />
      <CheckBox y={201} label="'sudo' as alternate user" chosen loud />
    </Mark>
    <Foot />
  </Window>
);

interface PairProps {
  readonly title: string;
  readonly user: string;
  readonly notes: readonly [string, string];
}

/** The window that asks for a name and a password, twice in the same place. */
const Pair = ({ title, user, notes }: PairProps) => (
  <Window title={title}>
    <Mark x={10} y={40} width={300} height={56} number={1}>
      <Field y={58} label="user name" value={user} loud />
    </Mark>
    <Mark x={10} y={104} width={300} height={56} number={2}>
      <Field y={122} label="password" value={dots} loud />
    </Mark>
    <Words x={16} y={182} voice="ours" loud>
      {notes[0]}
    </Words>
    <Words x={16} y={200} voice="ours" loud>
      {notes[1]}
    </Words>
    <Foot />
  </Window>
);

export const Login = () => (
  <Pair
    title="credentials"
    user="backupuser"
    notes={['the user in /etc/sudoers,', 'with that user’s password']}
  />
);

export const RootSamePassword = () => (
  <Pair
    title="alternate user"
    user="root"
    notes={['the same password as before,', 'not root’s own']}
  />
);

export const RestoreLocation = () => (
  <Window title={dialog}>
    <Mark x={10} y={40} width={300} height={56} number={1}>
      <Field y={58} label="restore location" value="/restore" loud />
    </Mark>
    <Mark x={10} y={104} width={300} height={56} number={2}>
      <Field y={122} label="truncate path, if required" value="" />
      <Words x={24} y={146}>
        /home/anna/
      </Words>
      <path d="M22 142 H110" class="dialog-strike" />
      <Words x={114} y={146} loud>
        report.odt
      </Words>
    </Mark>
    <Words x={16} y={182} voice="ours">
      arrives as
    </Words>
    <Words x={16} y={200}>
      /restore/report.odt
    </Words>
    <Foot />
  </Window>
);

const offered = [
  { y: 95, width: 170, chosen: true },
  { y: 121, width: 120, chosen: false },
  { y: 147, width: 200, chosen: true },
  { y: 173, width: 140, chosen: false },
] as const;

export const AcceptDefaults = () => (
  <Window title={dialog}>
    <Words x={16} y={54} voice="ours" loud>
      leave as offered
    </Words>
    <Mark x={10} y={66} width={300} height={124} number={1}>
      {offered.map(({ y, width, chosen }) => (
        <g key={y}>
          <CheckBox y={y} label="" chosen={chosen} />
          <Bar x={40} y={y} width={width} />
        </g>
      ))}
    </Mark>
    <Foot go="start" />
  </Window>
);

export const RestoreRunning = () => (
  <Window title={dialog}>
    <Words x={16} y={60} voice="ours" loud>
      restore in progress …
    </Words>
    <Mark x={10} y={74} width={300} height={36} number={1}>
      <rect x={18} y={84} width={284} height={16} rx={3} class="dialog-field" />
      <rect x={19} y={85} width={170} height={14} rx={2} class="dialog-progress" />
    </Mark>
    <Words x={16} y={144} voice="ours">
      files
    </Words>
    <Bar x={90} y={144} width={120} />
    <Words x={16} y={170} voice="ours">
      data
    </Words>
    <Bar x={90} y={170} width={160} />
    <Button x={226} y={216} width={78} label="stop" voice="ours" />
  </Window>
);

export const Verify = () => (
  <Window title={dialog}>
    <Mark x={10} y={62} width={300} height={48} number={1}>
      <path d="M22 86 l6 6 l11 -14" class="dialog-done" />
      <Words x={50} y={91} voice="ours" loud>
        restore completed
      </Words>
    </Mark>
    <Words x={16} y={144} voice="ours">
      errors
    </Words>
    <Words x={90} y={144}>
      0
    </Words>
    <Words x={16} y={170} voice="ours">
      files
    </Words>
    <Bar x={90} y={170} width={120} />
    <Button x={226} y={216} width={78} label="close" voice="ours" />
  </Window>
);
