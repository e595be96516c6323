/** What was found in an utterance before it is put together. */
export interface Parts {
  readonly types: readonly string[];
  /** True where a cancer was named, be it only in general. */
  readonly cancerNamed: boolean;
  /** Types whose part of the body is named without a word for cancer. */
  readonly sites: readonly string[];
  /** Types whose part of the body stands right beside a word of spreading ("liver secondaries"). */
  readonly spreadSites: readonly string[];
  readonly spread: boolean;
  /** The patient is a man; is a child. */
  readonly male: boolean;
  readonly child: boolean;
}

const BREAST = new Set(['breast', 'triple-negative-breast', 'inflammatory-breast', 'her2-positive-breast']);
const EYE = new Set(['eye', 'ocular-melanoma', 'retinoblastoma']);

/**
 * Puts together what several words of an utterance say of one cancer: a melanoma "at the back of the eye" is an ocular
 * melanoma, a breast cancer that has spread has a name of its own, and a child's cancer is also a childhood cancer.
 *
 * @returns ids without repetition; `any-cancer` alone where a cancer is named but no kind of it
 */
export function combine(parts: Parts): string[] {
  let types = [...new Set(parts.types)];
  if (
    types.includes('melanoma') &&
    (parts.sites.some((site) => EYE.has(site)) || types.some((type) => EYE.has(type)))
  ) {
    types = ['ocular-melanoma', ...types.filter((type) => type !== 'melanoma' && !EYE.has(type))];
  }
  if (parts.male && types.includes('breast')) types = types.map((type) => (type === 'breast' ? 'male-breast' : type));
  const spread = parts.spread || types.includes('secondary');
  if (spread) {
    const primary = types.filter((type) => type !== 'any-cancer' && type !== 'secondary');
    const breast = primary.some((type) => BREAST.has(type));
    if (breast)
      types = types
        .filter((type) => type !== 'secondary')
        .map((type) => (type === 'breast' ? 'metastatic-breast' : type));
    else if (!types.includes('metastatic-breast'))
      types = [...types, ...(primary.length === 0 ? parts.spreadSites : []), 'secondary'];
  }
  if (parts.child) types.push('childhood');
  types = [...new Set(types)].filter((type) => type !== 'any-cancer');
  return types.length === 0 && parts.cancerNamed ? ['any-cancer'] : types;
}
