/** Who acts on a message, as a reader is addressed. */
export const actorWords = {
  customer: 'You, on your own servers',
  provider: 'The provider, on DS-Client or the storage',
  both: 'Both: you look first, then the provider on DS-Client or the storage',
  nobody: 'Nobody: nothing is to be done',
} as const;
