import type { GenericSchema } from 'valibot';
import type {
	Catalogue,
	CrossCheck,
	Indicator,
	Target,
	TargetDocument,
	Template,
	Undertaking
} from './catalogue.ts';
import { faultError } from './catalogue-fault.ts';
import {
	checksSchema,
	documentsSchema,
	indicatorsSchema,
	targetsSchema,
	taskListSchema,
	templateSchema,
	undertakingsSchema
} from './catalogue-schema.ts';
import { findFaults, type SourcedCatalogue } from './find-faults.ts';
import { parsePart } from './parse-part.ts';
import { type TaskList, tasksIn } from './task-list.ts';

/** The contents of data/catalogue, unchecked: file name, such as `templates/b1.json`, → what it holds. */
export type CatalogueParts = Readonly<Record<string, unknown>>;

const ADVISORIES = 'advisories.json';

/** Milestones, duties and tasks, and the file that each came from, seen from data/catalogue. */
interface ReadUndertakings {
	undertakings: Undertaking[];
	fileOf: ReadonlyMap<object, string>;
}

/**
 * The catalogue that the parts make. Throws `catalogue.broken` with file, place and reason at the first part out of
 * shape or reference that leads nowhere.
 */
export function readCatalogue(parts: CatalogueParts): Catalogue {
	const { undertakings, fileOf: filesOfUndertakings } = readUndertakings(parts);
	const fileOf = new Map<object, string>(filesOfUndertakings);
	const read = <T extends object>(file: string, schema: GenericSchema<unknown, T[]>): T[] => {
		if (!(file in parts)) throw faultError({ file, place: '–', reason: 'catalogue.no-file' });
		const items = parsePart(file, parts[file], schema);
		for (const item of items) fileOf.set(item, file);
		return items;
	};
	const templates = filesIn(parts, 'templates').map((file) => {
		const template = parsePart<Template>(file, parts[file], templateSchema);
		for (const part of [template, ...template.checks]) fileOf.set(part, file);
		return template;
	});
	const checks = read<CrossCheck>('checks.json', checksSchema);
	const indicators = read<Indicator>('indicators.json', indicatorsSchema);
	const advisories = ADVISORIES in parts ? read<Indicator>(ADVISORIES, indicatorsSchema) : [];
	const documents = read<TargetDocument>('documents.json', documentsSchema);
	const targets = filesIn(parts, 'targets').flatMap((file) => read<Target>(file, targetsSchema));
	const shown = { templates, checks, indicators, documents, targets, undertakings };
	const catalogue = { ...shown, ...(advisories.length > 0 && { advisories }) };
	refuseFaults({ ...catalogue, fileOf });
	return catalogue;
}

/** The milestones, duties and tasks among the parts; throws `catalogue.broken` at the first file out of shape. */
export function readUndertakings(parts: CatalogueParts): ReadUndertakings {
	const fileOf = new Map<object, string>();
	const undertakings = filesIn(parts, 'undertakings').flatMap((file) => {
		const found = file.startsWith('undertakings/tasks-')
			? tasksIn(parsePart<TaskList>(file, parts[file], taskListSchema))
			: parsePart<Undertaking[]>(file, parts[file], undertakingsSchema);
		for (const each of found) fileOf.set(each, file);
		return found;
	});
	return { undertakings, fileOf };
}

/** Throws `catalogue.broken` at the first thing in the catalogue that does not fit together. */
export function refuseFaults(catalogue: SourcedCatalogue): void {
	const [fault] = findFaults(catalogue);
	if (fault) throw faultError(fault);
}

function filesIn(parts: CatalogueParts, folder: string): string[] {
	return Object.keys(parts).filter((file) => file.startsWith(`${folder}/`));
}
