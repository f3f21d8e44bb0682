/** Groups of the suite, in the order in which they run. */
export const groupNames = ['worker', 'view', 'bridge', 'hidden', 'permission', 'url', 'attack'] as const
export type GroupName = (typeof groupNames)[number]
