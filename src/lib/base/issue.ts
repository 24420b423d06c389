/** How grave an issue is: an `error` keeps its row out, a `warning` asks to look, an `info` tells what was done. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One fault or remark found in data: what (code + parameters), where (row and column as a person counts them,
 * from 1), and the offending text. Its words in both languages stand in data/messages/issues.json under `code`.
 */
export interface Issue {
	severity: Severity;
	code: string;
	row?: number;
	/** The header of the column as it stands in the file, or its letter where it has none. */
	column?: string;
	/** The text of the cell as read; never set where it may be personal data. */
	value?: string;
	params?: Record<string, string | number>;
	/** Why the analyst lets a warning stand. */
	reason?: string;
}
