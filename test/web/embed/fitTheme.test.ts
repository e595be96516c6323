import { expect } from 'chai';
import fc from 'fast-check';
import theme from '../../../data/theme.json' with { type: 'json' };
import { fitTheme } from '../../../src/web/embed/fitTheme.ts';
import { contrast } from '../../../src/web/server/colour.ts';
import { shades, WRITTEN } from '../../../src/web/server/shades.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const wish = fc.record({
  scheme: fc.constantFrom(null, 'light' as const, 'dark' as const),
  colours: fc.array(colour, { maxLength: 3 }),
});

describe('the colours that a site asks for', () => {
  it('leave every text readable, whatever they are', () => {
    fc.assert(
      fc.property(wish, (wished) => {
        const fitted = fitTheme(theme, wished);
        for (const set of [fitted.colours, fitted.dark]) {
          const grounds = { ...set, ...shades(set) };
          for (const [ground, inks] of WRITTEN)
            for (const ink of inks)
              expect(contrast(set[ink], grounds[ground]), `${ink} on ${ground}`).to.be.at.least(4.5);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are taken as they are where they can be read', () => {
    const { colours, dark } = fitTheme(theme, { scheme: null, colours: ['#7a1f5c', '#fffdf7', '#222222'] });
    expect(colours).to.include({ primary: '#7a1f5c', background: '#fffdf7', text: '#222222', link: '#7a1f5c' });
    expect(dark).to.deep.equal(colours);
  });

  it('change nothing where there are none', () => {
    expect(fitTheme(theme, { scheme: null, colours: [] })).to.deep.equal({ colours: theme.colours, dark: theme.dark });
    expect(fitTheme(theme, { scheme: 'dark', colours: [] }).colours).to.deep.equal(theme.dark);
  });

  it('make a pale text darker', () => {
    const { colours } = fitTheme(theme, { scheme: 'light', colours: ['#ffee00', '#ffffff', '#cccccc'] });
    expect(colours.onPrimary).to.equal('#000000');
    expect(contrast(colours.text, '#ffffff')).to.be.within(4.5, 9);
  });
});
