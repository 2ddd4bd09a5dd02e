import { Client, Connection } from '@temporalio/client';
import { startDurableTemporal } from '../../support/temporal.mjs';

jest.setTimeout(60_000);

describe('Temporal on a database file', () => {
  it('still has, after it was killed, what it had confirmed', async () => {
    const temporal = await startDurableTemporal();
    try {
      const before = await Connection.connect({ address: temporal.address });
      await new Client({ connection: before }).workflow.start('waits', {
        taskQueue: 'nobody',
        workflowId: 'kept',
      });
      await before.close();

      await temporal.crash();
      await temporal.restart();

      const after = await Connection.connect({ address: temporal.address });
      const { status } = await new Client({ connection: after }).workflow.getHandle('kept').describe();
      await after.close();
      expect(status.name).toBe('RUNNING');
    } finally {
      await temporal.stop();
    }
  });
});
