import { describe, expect, it } from 'vitest';
import { overviewParameters, parseOverviewChoice } from '#lib/state/overview-url.ts';

const read = (query: Record<string, string | undefined>) =>
	parseOverviewChoice((name) => query[name]);
const USUAL = {
	...{ status: undefined, document: undefined, kind: undefined, pace: undefined },
	...{ isChanged: false, by: 'document', form: 'charts' }
};

describe('the choice of the overview in an address', () => {
	it('is the usual one where nothing is said, or nothing that there is', () => {
		expect(read({})).toEqual(USUAL);
		expect(read({ status: 'bad', kind: 'x', pace: 'fast', by: 'colour', form: 'song' })).toEqual(
			USUAL
		);
	});

	it('is read as it was written', () => {
		const choice = {
			status: 'not-met',
			document: '21-nq-tw',
			kind: 'band',
			pace: 'behind',
			isChanged: true,
			by: 'topic',
			form: 'table'
		} as const;
		expect(read(overviewParameters(choice))).toEqual(choice);
	});

	it('says only what was given, and takes out what is usual', () => {
		expect(overviewParameters({ by: 'document', isChanged: false })).toEqual({
			by: undefined,
			changed: undefined
		});
	});
});
