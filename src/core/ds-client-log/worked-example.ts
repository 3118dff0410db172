import { bytes, type Bytes } from '../units.ts';

const kibi = 1024;

/** A night as the provider's guide describes it, in whole binary units. */
export interface WorkedExample {
  /** Size of a database file of which a part changed. */
  readonly databaseGibibytes: number;
  /** How much of the database file changed. */
  readonly databaseChangedMebibytes: number;
  readonly newDocuments: number;
  readonly newDocumentMebibytes: number;
}

/** "A 30 GB database of which 1 MB changed, and four new documents of 1 MB each." */
export const guideExample: WorkedExample = {
  databaseGibibytes: 30,
  databaseChangedMebibytes: 1,
  newDocuments: 4,
  newDocumentMebibytes: 1,
};

/**
 * What Online and Transmitted show for such a night. Online counts the whole size of every file that
 * changed in any part; Transmitted only the changed blocks, here before compression. The guide's GB
 * and MB are binary: 30 × 1024^3 + 4 × 1024^2 is its 32,216,449,024, and 5 × 1024^2 its 5,242,880.
 */
export function onlineAndTransmitted(example: WorkedExample): {
  readonly online: Bytes;
  readonly transmitted: Bytes;
} {
  const documents = example.newDocuments * example.newDocumentMebibytes * kibi ** 2;
  return {
    online: bytes(example.databaseGibibytes * kibi ** 3 + documents),
    transmitted: bytes(example.databaseChangedMebibytes * kibi ** 2 + documents),
  };
}
