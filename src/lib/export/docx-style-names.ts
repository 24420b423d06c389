/** The styles of a report in Word by their ids; names that Word knows itself are its own. */
export const STYLE = {
	title: 'Title',
	subtitle: 'Subtitle',
	headings: { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' },
	text: 'BodyText',
	item: 'ListBullet',
	caption: 'Caption',
	/** The words over the columns of a table, and the words in it. */
	tableHead: 'ReportTableHead',
	tableText: 'ReportTableText',
	/** The line under a table or a chart that says where its figures come from. */
	source: 'ReportSource',
	chart: 'ReportChart',
	letterhead: 'ReportLetterhead',
	recipients: 'ReportRecipients',
	/** The line at the foot of a page. */
	foot: 'ReportFoot',
	code: 'ReportTraceCode'
} as const;
