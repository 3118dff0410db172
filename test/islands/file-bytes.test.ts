/** The bytes of a file that was chosen or dropped. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bytesOfFile, FileNotOpened } from '../../src/islands/ds-client-log/file-bytes.ts';

/** Something of so many bytes that fails when it is read, as a browser lets it. */
const failing = (size: number, error: Error): Blob => {
  const blob = { size, arrayBuffer: () => Promise.reject(error), slice: () => blob };
  return blob as unknown as Blob;
};

describe('the bytes of a file', () => {
  test('are read piece by piece, and told as they come', async () => {
    const told: number[] = [];
    const bytes = await bytesOfFile(new Blob(['x'.repeat(9_000_000)]), (done) => told.push(done));
    assert.equal(bytes.length, 9_000_000);
    assert.ok(bytes.every((byte) => byte === 120));
    assert.deepEqual(told, [0, 4_194_304, 8_388_608]);
  });

  test('are none of an empty one', async () => {
    assert.equal((await bytesOfFile(new Blob([]), () => undefined)).length, 0);
  });

  const gone = new DOMException('A requested file could not be found', 'NotFoundError');
  for (const size of [0, 4096])
    // a folder has the one or the other, as the system has it
    test(`that is a folder of ${size} bytes, or has gone: it was not opened`, async () => {
      await assert.rejects(
        bytesOfFile(failing(size, gone), () => undefined),
        FileNotOpened,
      );
    });

  test('that fail in another way are a fault', async () => {
    const fault = new RangeError('no memory');
    await assert.rejects(
      bytesOfFile(failing(1, fault), () => undefined),
      fault,
    );
  });
});
