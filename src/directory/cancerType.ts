// One kind of cancer: the schema of an entry of data/cancer-types.json.

import { z } from 'zod';
import { cancerNames } from '../words/cancerNames.ts';
import { cancerTypeId, languageCode } from './fields.ts';

/** An entry of data/cancer-types.json. A key that is not listed here is a fault. */
export const cancerTypeSchema = z.strictObject({
  id: cancerTypeId,
  parent: cancerTypeId.nullable(),
  /** Further parents: retinoblastoma is a cancer of the eye and one of children. */
  alsoUnder: z.array(cancerTypeId),
  /** The type of the short list that it is reported as. */
  listedAs: cancerTypeId,
  /** Offered as a button where the person has named none. */
  frequent: z.boolean().default(false),
  words: z.record(languageCode, cancerNames).refine((words) => 'en' in words, { error: 'has no English words' }),
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
