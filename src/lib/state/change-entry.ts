import type { OrganisationChange, SplitPart } from '#lib/units/organisation-change.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** What is typed of a unit that begins; the share in per cent as it is typed. */
export interface UnitEntry {
	code: string;
	name: string;
	kind: string;
	level: string;
	parent: string;
	share: string;
}

/** What is typed of a change. */
export interface ChangeEntry {
	kind: OrganisationChange['kind'];
	date: string;
	units: string[];
	name: string;
	into: UnitEntry;
	parts: UnitEntry[];
}

/** An empty entry of a unit. */
export function emptyUnit(): UnitEntry {
	return { code: '', name: '', kind: 'Phường', level: 'xa', parent: '', share: '' };
}

/** An empty entry of a change of the kind. */
export function emptyChange(kind: ChangeEntry['kind'] = 'merge'): ChangeEntry {
	return {
		...{ kind, date: '', units: [], name: '', into: emptyUnit() },
		parts: [emptyUnit(), emptyUnit()]
	};
}

/** The change that an entry says; an existing unit's details fill in what a merger into it leaves empty. */
export function changeOf(entry: ChangeEntry, tree: UnitTree): OrganisationChange {
	const { kind, date, units, name } = entry;
	const [unit = ''] = units;
	switch (kind) {
		case 'rename':
			return { kind, date, unit, name: name.trim() };
		case 'move':
			return { kind, date, unit, parent: entry.into.parent };
		case 'level': {
			const { level, kind: unitKind, parent } = entry.into;
			return { kind, date, unit, level, unitKind: unitKind.trim(), parent };
		}
		case 'close':
			return { kind, date, unit };
		case 'split':
			return { kind, date, unit, into: entry.parts.map(partOf) };
		case 'merge': {
			const { share: _share, ...into } = partOf(entry.into);
			const existing = tree.find(into.code, date);
			return { kind, date, units, into: existing ? { ...existing, ...filled(into) } : into };
		}
	}
}

function partOf({ share, ...entry }: UnitEntry): SplitPart {
	const [code, name, kind] = [entry.code, entry.name, entry.kind].map((text) => text.trim());
	const typed = share.trim().replace(/\s*%$/, '').replace(',', '.');
	return {
		...{ code: code ?? '', name: name ?? '', kind: kind ?? '', level: entry.level },
		...(entry.parent && { parent: entry.parent }),
		...(typed !== '' && { share: shareOf(typed) })
	};
}

/** Per cent as a part of 1, exactly: `12.5` is `0.125`; what is no number stays as it is, to be refused. */
function shareOf(percent: string): string {
	const [, whole = '', decimals = ''] = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent) ?? [];
	if (whole === '') return percent;
	const digits = whole.padStart(3, '0');
	const rest = `${digits.slice(-2)}${decimals}`.replace(/0+$/, '');
	const ones = String(Number(digits.slice(0, -2)));
	return rest === '' ? ones : `${ones}.${rest}`;
}

function filled({ name, parent, ...into }: SplitPart): Partial<SplitPart> {
	return { ...into, ...(name && { name }), ...(parent && { parent }) };
}
