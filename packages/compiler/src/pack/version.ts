/** Stands in every manifest: a build says which compiler made it. */
export const compilerVersion = '0.1.0'
