import { expect, test } from 'vitest';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { formatLineage } from '#lib/units/format-lineage.ts';
import { formatUnits } from '#lib/units/format-units.ts';
import { readLineage } from '#lib/units/read-lineage.ts';
import { readUnits } from '#lib/units/read-units.ts';
import { isValidOn } from '#lib/units/unit-validity.ts';
import { largeOrganisation } from './large-organisation.ts';

const { units, lineage } = largeOrganisation();

test('the large organisation has 3 400 units in three levels before and after the change', () => {
	const levels = ['2025-06-30', '2025-07-01'].map((day) => {
		const valid = units.filter((unit) => isValidOn(unit, day));
		return ['tinh', 'huyen', 'xa'].map(
			(level) => valid.filter((unit) => unit.level === level).length
		);
	});
	expect(levels).toEqual([
		[1, 96, 3303],
		[1, 96, 3303]
	]);
});

test('its lists are read back without a complaint', () => {
	const read = readUnits(readCsv(formatUnits(units)));
	expect(read.issues).toEqual([]);
	const { events, issues } = readLineage(readCsv(formatLineage(lineage)), read.units);
	expect(issues).toEqual([]);
	expect(events).toHaveLength(432);
});
