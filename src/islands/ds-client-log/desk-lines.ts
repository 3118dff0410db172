import { exportPieces, exportSetAside } from '../../core/ds-client-log/export.ts';
import type { Desk } from './desk.ts';
import type { LaidLog } from './laid-log.ts';
import { linesToShare } from './present-lines.ts';
import { pageRows } from './protocol.ts';

/** What can be asked of the lines of the log that `open` gives. */
export const lineAnswers = (
  open: () => LaidLog,
): Pick<Desk, 'arrange' | 'rows' | 'place' | 'shareLines' | 'exportLines' | 'leftOut'> => ({
  arrange: (arrangement) => {
    const log = open();
    log.arrange(arrangement);
    return { count: log.order.length, rows: log.rows(0, pageRows) };
  },
  rows: (from, to) => ({ rows: open().rows(from, to) }),
  place: (row) => {
    const place = open().order.indexOf(row);
    return { place: place < 0 ? null : place };
  },
  shareLines: (question) => linesToShare(open().reading, open().order, question),
  exportLines: (form) => {
    const { reading, order } = open();
    // The mark at the beginning tells Excel that the text is UTF-8.
    const pieces = ['\ufeff', ...exportPieces(reading, form, order)];
    return { file: new Blob(pieces, { type: 'text/plain' }) };
  },
  leftOut: () => ({ text: exportSetAside(open().reading, 'tsv') }),
});
