/** Every format that a report can be rendered in. */
export const formatNames = ['terminal', 'json', 'markdown', 'html', 'sarif', 'junit'] as const;
export type FormatName = (typeof formatNames)[number];
