import type { ProgressFact } from '#lib/base/progress.ts';
import type { Due, Undertaking } from '#lib/catalogue/catalogue.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { LedgerGround } from '#lib/views/ledger.ts';

/** 1 June 2024, ten in the morning in Viet Nam. */
const NOW = '2024-06-01T03:00:00Z';

/** A city with a block of two wards, and a third ward. */
export const TREE = createUnitTree([
	unit('MH', 'Đảng bộ thành phố'),
	unit('K', 'Đảng bộ khối', 'MH'),
	unit('K1', 'Đảng bộ phường An Bình', 'K'),
	unit('K2', 'Đảng bộ phường Tân Lợi', 'K'),
	unit('P3', 'Đảng bộ phường Bến Đá', 'MH')
]);

function unit(code: string, name: string, parent?: string): Unit {
	const place = { kind: 'Phường', level: 'xa', validFrom: '2020-01-01' };
	return { code, name, ...place, ...(parent && { parent }) };
}

/** A task of the plan, unless told otherwise. */
export function undertaking(id: string, due: Due, more: Partial<Undertaking> = {}): Undertaking {
	return {
		id,
		kind: 'task',
		document: '256-kh-tu',
		section: 'V.1',
		name: { vi: `Việc ${id}`, en: `Việc ${id}` },
		quote: `Việc ${id}`,
		inferred: false,
		due,
		...more
	};
}

/** A report of the city for 2024, unless told otherwise. */
export function fact(code: string, said: Partial<ProgressFact> = {}): ProgressFact {
	return { code, unit: 'MH', period: '2024', sequence: 1, row: 5, ...said };
}

/** The ledger of the city, unless told otherwise. */
export function groundOf(
	undertakings: Undertaking[],
	progress: ProgressFact[] = [],
	more: Partial<LedgerGround> = {}
): LedgerGround {
	return { undertakings, progress, tree: TREE, path: ['MH'], now: NOW, ...more };
}
