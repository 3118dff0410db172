/**
 * Words of the messages of the catalogue and of backup at large, which name nobody. A text in which
 * these were replaced would no longer be known. A test holds the list against the catalogue.
 */
const words = new Set(
  (
    'ability aborted about above accept access accessed account across active actively activity ' +
    'add added address admin administrator afraid after again agent all allocation allowed along ' +
    "already also am among an and another any application are aren't around as askpass " +
    'associated at attempt attempted attempts authenticate authentication auto available away ' +
    'back backed backup bad base be because been before began begin being below between bin ' +
    "blank blocked both buffer busy but by bytes call called can can't canceled cancelled cannot " +
    'catalog cause caused cdp change changed check choose cleanup client close closed code ' +
    'command complete completed component components computer config configuration configure ' +
    'connect connected connection connections console contact contained contains copied copies ' +
    'copy copying correct correctly corrupted could count create created creation critical ' +
    'current currently customer cyclic daily data database date day days decrypt delete deleted ' +
    'delta denied destination detail details detected device did died different differs ' +
    'directory disabled disconnect disconnected discovery disk do does domain done down drive ' +
    'driver ds ds-client due during each either empty enabled encountered encrypted end ended ' +
    'endpoint endpoints ends enforced enough entry error errors established etc event events ' +
    'every example exceeded exception excessive exchange execute exist existing exists exit expected ' +
    'experienced expired extension fail failed fails failure failures fatal few file filename ' +
    'files filter find finish finished first flag flushing folder folders follows for forcibly ' +
    'found free freeze from full further gave get given go granted group had handle has have ' +
    "header heavily held help helper here holding host hostname hour hours how i'm id if ignored " +
    'ignoring images import in incomplete incorrect index info information initial input ' +
    'input/output inside instance instead insufficient integrity interface internal into invalid ' +
    'is issue it items its itself job just keep key kind known label language large last late ' +
    'later latest left level levels library license likely limit limited limits links list local ' +
    'location lock locked log logged login logon logs long longer lost low machine made mailbox ' +
    'main maintenance many mapped mapper mapping master matches matching maximum may media ' +
    'memory message messages metadata method minute minutes mirror missing mode module moments ' +
    'monday more most mount mounted multiple must name names near needed negotiate network never ' +
    'new next night no non non-transient none normal normally not note nothing notice now number ' +
    'object occurred of off offer offline old on once one online only open opened operation ' +
    'operator option or oracle order other our out output over own owner page paging parameter ' +
    'part partial partly party passed password passwords past path pause paused peer pending per ' +
    'perform performed period permission permissions permitted phase ping please point policy ' +
    'pool port portion possible post potentially pre present prevent preventing prevents ' +
    'previous primary privilege privileges probably problem procedure process processed ' +
    'processing profile program progress properly protected protocol provided provider publickey ' +
    'purge python query queue quit quitting quota rate reached read read-only ready reason ' +
    'reasons received recovery reduced redundancy referenced refused region registered registry ' +
    'regular rejected related relationship remaining remote removed reoccur repair replaced ' +
    'reply report reported request requested required requiretty reserved reset resolve resource ' +
    'resources respond response restart restarted restore restored restriction restrictions ' +
    'result resume retention retried retries retry return returned right rights role root route ' +
    'rpc rule run running same saved scan schedule scheduled script second seconds section see ' +
    'seems selected semaphore send sent sequence server servers service session set sets setting ' +
    'settings sha shadow shadow-copy share shared shares should shut shutdown shutting sign ' +
    'sign-in signing since site size skipped slow slower small snapshot so socket software some ' +
    'sorry source sources space specified speed ssh stack stage stale standard start started ' +
    'starting state status step still stop stopped stopping storage stored subset succeeded ' +
    'success successful successfully such sudo sudoers summary support supported suspended ' +
    'symbolic sync synchronisation synchronising synchronization synchronized syntax system ' +
    'table tape target task temporary terminal terminated test text than that thaw the their ' +
    'then there these they this thread time timed timeout timer times to today token too took ' +
    'total transfer transferred transient transmitted triggered troubleshooting trust try trying ' +
    'tty tunnel turned type unable unavailable under unexpected unknown unreachable unreadable ' +
    "until unwanted up update updated upgrade upload usage use used user user's users using usr " +
    'valid validation value vault verification verify version very via view virtual virus volume ' +
    'volumes vss wait waiting warning warnings was way week were what when where which while who ' +
    'whole why will windows with within without work working workstation world writable write ' +
    "writer writer's writers writes written yes yet yield you your zero"
  ).split(' '),
);

/** Accounts that every computer has: they tell who nobody is. */
const accounts = new Set(['system', 'local system', 'local service', 'network service', 'root']);

/** Whether a word, in any case, belongs to the language of messages rather than to somebody. */
export const isOrdinary = (word: string): boolean => {
  const lowered = word.toLowerCase();
  return words.has(lowered) || accounts.has(lowered);
};

/** Whether a whole name is that of an account which every computer has. */
export const isCommonAccount = (name: string): boolean => accounts.has(name.trim().toLowerCase());
