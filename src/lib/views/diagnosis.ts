/** What is known of the running app, its browser and its workspace, with no name and no figure in it. */
export interface DiagnosisFacts {
	/** The version of the product. */
	version: string;
	browser: string;
	language: string;
	/** The clock, ISO 8601 in UTC. */
	at: string;
	phase: string;
	isKept: boolean;
	isPersistent?: boolean;
	used?: number;
	quota?: number;
	format?: number;
	sequence?: number;
	submissions: number;
	damaged: number;
	figures: number;
	periods: number;
	units: number;
	organisations: number;
	catalogues: number;
	logged: number;
	backupAt?: string;
	problems: readonly string[];
}

/** The facts as plain text to be sent to whoever helps, a line each. */
export function diagnosisText(facts: DiagnosisFacts): string {
	const lines = Object.entries(facts).map(
		([name, value]) => `${name}: ${value === undefined ? '?' : String(value) || '-'}`
	);
	return ['Thước Đo', ...lines].join('\n');
}
