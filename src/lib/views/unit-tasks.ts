import { foldKey, foldMarks } from '#lib/base/fold.ts';
import { readUnitName } from '#lib/units/unit-name.ts';
import type { Unit } from '#lib/units/unit.ts';
import { ordered } from './ledger-groups.ts';
import type { LedgerRow } from './ledger-rows.ts';

/**
 * Why something is a unit's to do: it sends it by itself, the document names it, or it names all committees; or everything
 * is, for the whole organisation.
 */
export type TaskReason = 'own' | 'named' | 'common' | 'whole';

/** What a unit has to do for one reason, the most urgent first. */
export interface TaskGroup {
	reason: TaskReason;
	rows: LedgerRow[];
}

const REASONS: readonly TaskReason[] = ['own', 'named', 'common'];

/** Bodies that every committee is one of; those "of the centre" are provinces and ministries. */
const COMMITTEES =
	/\bcap uy(?! cap tren)|to chuc (?:co so )?dang|dang uy truc thuoc|co so dang|(?:quan|huyen) uy\b/;
const OF_THE_CENTRE = /trung uong/;

/** What of the ledger a unit has to do, and why, by the bodies that the documents name; all of it for the topmost unit. */
export function unitTasks(
	rows: readonly LedgerRow[],
	{ unit, isTop }: { unit: Unit; isTop: boolean }
): TaskGroup[] {
	if (isTop) return rows.length > 0 ? [{ reason: 'whole', rows: ordered(rows, 'urgency') }] : [];
	const named = nameIn(unit);
	const reasonOf = ({ line, bodies, lead }: LedgerRow): TaskReason | undefined => {
		if (line.kind === 'report' || line.undertaking?.owedBy === 'each-unit') return 'own';
		if (named !== '' && ` ${plain(bodies)} `.includes(` ${named} `)) return 'named';
		const leads = foldMarks(lead);
		return COMMITTEES.test(leads) && !OF_THE_CENTRE.test(leads) ? 'common' : undefined;
	};
	const reasons = new Map(rows.map((row) => [row, reasonOf(row)]));
	return REASONS.map((reason) => ({
		reason,
		rows: ordered(
			rows.filter((row) => reasons.get(row) === reason),
			'urgency'
		)
	})).filter((group) => group.rows.length > 0);
}

/** The name as documents write it, without the Party body that it starts with: `cong an thanh pho`. */
function nameIn({ name }: Unit): string {
	const { kind = '', folded, isNumbered } = readUnitName(name);
	return isNumbered && kind === '' ? '' : `${kind} ${folded}`.trim();
}

/** Spelled as names of units are, abbreviations of the documents written out. */
function plain(text: string): string {
	return foldKey(text).replaceAll('ubnd', 'ui ban nhan dan');
}
