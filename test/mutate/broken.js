// Plain JavaScript, loaded before the tests: gives them one broken file in place of the one on the disc, which stays as it is.
import { readFileSync } from 'node:fs';
import module from 'node:module';

// Given by test/mutate/trial.ts: the address of the file, and the file that holds its broken text.
const { MUTANT_OF: broken, MUTANT_TEXT: text } = process.env;
if (broken && text)
  module.registerHooks({
    load: (url, context, next) =>
      url === broken
        ? { format: 'module-typescript', source: readFileSync(text, 'utf8'), shortCircuit: true }
        : next(url, context),
  });
