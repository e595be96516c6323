// One kind of cancer: the schema of an entry of data/cancer-types.json.

import { z } from 'zod';
import { cancerNames } from '../words/cancerNames.ts';
import { cancerTypeId, languageCode } from './fields.ts';

/** An entry of data/cancer-types.json. A key that is not listed here is a fault. */
export const cancerTypeSchema = z.strictObject({
  id: cancerTypeId.describe('what is its id, in small letters with hyphens? never changed later'),
  parent: cancerTypeId.nullable().default(null).describe('of which type is it a kind? null for none'),
  alsoUnder: z
    .array(cancerTypeId)
    .default([])
    .describe('of which further types is it a kind, as retinoblastoma is one of children? [] for none'),
  listedAs: cancerTypeId.describe('as which type of the short list is it reported?'),
  frequent: z
    .boolean()
    .default(false)
    .describe('is it offered as a button where the person has named none? true or false'),
  words: z
    .record(languageCode, cancerNames)
    .refine((words) => 'en' in words, { error: 'has no English words' })
    .describe('what do people call it in English: { "en": { … } }? other languages stand in cancer-names.json'),
});

export const cancerTypesSchema = z.array(cancerTypeSchema);

export type CancerType = z.infer<typeof cancerTypeSchema>;

/** Types that name no cancer in particular: organisations for all cancers answer them. */
export const generalTypes: readonly string[] = ['any-cancer', 'secondary'];

/**
 * Types that say whose cancer it is, or why, beside the cancer itself. In "a child's glioma" their kinds, such as
 * retinoblastoma, are other cancers.
 */
export const attributeTypes: readonly string[] = ['childhood', 'hereditary'];
