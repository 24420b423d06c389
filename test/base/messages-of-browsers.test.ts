import { expect, test } from 'vitest';
import cli from '#data/messages/cli.json' with { type: 'json' };

test('of the words that browsers do not fetch, all are those of the command line', () => {
	expect(Object.keys(cli).filter((key) => !key.startsWith('cli.'))).toEqual([]);
});
