import { afterDanger } from './afterDanger.ts';
import { cancerAsked } from './cancerAsked.ts';
import { command } from './command.ts';
import { countryAsked } from './countryAsked.ts';
import { crisisTold } from './crisisTold.ts';
import { emergencyStays } from './emergencyStays.ts';
import { emergencyTold } from './emergencyTold.ts';
import { emptyAfterCrisis } from './emptyAfterCrisis.ts';
import { foreignLanguage } from './foreignLanguage.ts';
import { helpWanted } from './helpWanted.ts';
import { organisationNamed } from './organisationNamed.ts';
import { otherIntent } from './otherIntent.ts';
import { placeAfterDanger } from './placeAfterDanger.ts';
import type { Rule } from './rule.ts';
import { unclear } from './unclear.ts';

/** What wins over what: the first rule that has an answer gives it. The last one always has. */
export const RULES: readonly Rule[] = [
  afterDanger,
  crisisTold,
  emergencyTold,
  foreignLanguage,
  placeAfterDanger,
  emptyAfterCrisis,
  emergencyStays,
  command,
  organisationNamed,
  unclear,
  countryAsked,
  cancerAsked,
  helpWanted,
  otherIntent,
];
