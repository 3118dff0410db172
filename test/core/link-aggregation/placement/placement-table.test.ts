import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatFlow } from '../../../../src/core/link-aggregation/placement/flow-list.ts';
import type { PlacementRule } from '../../../../src/core/link-aggregation/placement/place.ts';
import {
  movedFlows,
  placedFlowsInSteps,
} from '../../../../src/core/link-aggregation/placement/placement-table.ts';
import { placementCsv } from '../../../../src/core/link-aggregation/placement/placement-csv.ts';
import type { Flow } from '../../../../src/core/link-aggregation/placement/flow.ts';
import { finished } from '../../../../src/core/steps.ts';
import { flows } from './examples.ts';

const clients = flows('10.128.60.1 -> 10.128.60.3-6');
const legacy: PlacementRule = { kind: 'netapp-legacy', balance: 'ip' };
const xor: PlacementRule = { kind: 'xor-last-octet' };

const moves = (rule: PlacementRule, count: number, failing: number, down: number[] = []) =>
  movedFlows(rule, clients, { count, down }, failing)?.map(
    ({ flow, from, to }) => `${formatFlow(flow).slice(-1)}: ${from} to ${to}`,
  );

describe('flows after a member has failed', () => {
  it('move only off the dead link where the next one takes over', () => {
    // Members 2, 2, 1, 1 of three (H09).
    assert.deepEqual(moves(legacy, 3, 2), ['3: 2 to 0', '4: 2 to 0']);
    assert.deepEqual(moves(legacy, 3, 0), []);
  });

  it('move off healthy members too where the hash is dealt anew', () => {
    // Hashes 2, 5, 4, 7: modulo three 2, 2, 1, 1; over members 0 and 1 alone 0, 1, 0, 1.
    assert.deepEqual(moves(xor, 3, 2), ['3: 2 to 0', '4: 2 to 1', '5: 1 to 0']);
  });

  it('are not told where nobody documents it or nothing is left', () => {
    assert.equal(moves({ kind: 'vmware-ip-hash' }, 4, 1), undefined);
    assert.equal(moves({ kind: 'cisco-buckets' }, 4, 1), undefined);
    assert.equal(moves(xor, 2, 1, [0]), undefined);
  });
});

describe('CSV of placed flows', () => {
  const placed = (rule: PlacementRule, list: readonly Flow[]) =>
    finished(placedFlowsInSteps(rule, list, { count: 3 }));

  it('counts members from 1 and says how certain each is', () => {
    const list = flows('10.1.1.20 -> 10.1.3.31', '10.1.1.20:5 -> 10.1.1.31:6 udp vlan 7');
    assert.equal(
      placementCsv(placed({ kind: 'vmware-ip-hash' }, list)),
      'source,destination,protocol,vlan,member,certainty\r\n' +
        '10.1.1.20,10.1.3.31,tcp,,3 or 2,ambiguous\r\n' +
        '10.1.1.20:5,10.1.1.31:6,udp,7,3,exact\r\n',
    );
    const unknown = placementCsv(placed({ kind: 'cisco-buckets' }, list));
    assert.match(unknown, /^10\.1\.1\.20,10\.1\.3\.31,tcp,,,function-not-published\r$/m);
  });
});
