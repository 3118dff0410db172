/** Rates under the names of the cases, and framing cases. */
import { rateOf } from '../../../src/core/link-aggregation/rate.ts';
import {
  ackLoad,
  ackWireBytes,
  efficiency,
  pduFraction,
} from '../../../src/core/link-aggregation/framing.ts';
import type { Wire } from '../../../src/core/link-aggregation/scenario.ts';
import { mebibytes, tebibytes } from '../../../src/core/units.ts';
import { has, NotCovered, number, numberOr, text } from './case.ts';
import type { Figures, Inputs } from './case.ts';

/**
 * How a case cuts data into frames: plain TCP unless it says otherwise. The iSCSI cases leave PDU
 * headers out of their goodput, except the framing ones, which name the PDU in words.
 */
export const wireOf = (inputs: Inputs): Wire => ({
  protocol: 'tcp',
  mtu: numberOr(inputs, 'mtu', 1500),
  ip: text(inputs, 'ip').toLowerCase() === 'ipv6' ? 'ipv6' : 'ipv4',
  timestamps: inputs['tcp_timestamps'] !== false,
  vlan: inputs['vlan_tag'] === true,
});

/** A line rate in bit/s in every unit the cases use, each name with `prefix` before it. */
export function rateFigures(line: number, wire: Wire, prefix = '', pdu = 1): Figures {
  const rate = rateOf(line, efficiency(wire) * pdu);
  return {
    [`${prefix}line_Gbps`]: rate.line / 1e9,
    [`${prefix}goodput_Gbps`]: rate.goodput / 1e9,
    [`${prefix}MBps`]: rate.perSecond / 1e6,
    [`${prefix}MiBps`]: rate.perSecond / mebibytes(1),
    [`${prefix}TB_per_hour`]: rate.perHour / 1e12,
    [`${prefix}TiB_per_hour`]: rate.perHour / tebibytes(1),
  };
}

/** The PDU that the words of a framing case name: "iSCSI with 8192-byte data PDUs, no digests". */
function pduOf(words: string): number {
  if (!/iscsi/i.test(words)) return 1;
  const size = /(\d+)[- ]bytes? (?:data )?PDU/i.exec(words)?.[1];
  if (size === undefined) throw new NotCovered(`no PDU size in “${words}”`);
  const none = !/digest/i.test(words) || /\b(no|without) [\w ]*digest/i.test(words);
  const both = /digests\b|header digest.*data digest/i.test(words);
  if (!none && !both) throw new NotCovered(`one digest of two in “${words}”`);
  return pduFraction(Number(size), !none);
}

export function framingFigures(inputs: Inputs): Figures {
  const wire = wireOf(inputs);
  if (has(inputs, 'segments_per_ack')) {
    const load = ackLoad(wire, number(inputs, 'segments_per_ack'));
    return { ack_wire_bytes: ackWireBytes(wire), reverse_load_fraction: load };
  }
  const pdu = pduOf(text(inputs, 'words'));
  const line = number(inputs, 'link_Gbps') * 1e9;
  return { ...rateFigures(line, wire, '', pdu), efficiency: efficiency(wire) * pdu };
}
