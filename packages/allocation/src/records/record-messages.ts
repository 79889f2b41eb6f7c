/** What reading stored records may say. */
export const recordMessages = {
  'allocation.records.parent': {
    zh: '{value} 的数值不等于下级之和，请先用 verifySums 查出差异并改正。',
    en: '{value} does not equal the sum of its children; run verifySums and correct the difference.',
  },
} as const;
