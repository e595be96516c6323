import { expect } from 'chai';
import { knownOf, NEW_TALK, remember, TALK_MINUTES, talkAt } from '../../dialogs/talk.ts';
import { guide } from '../conversation.ts';

const NOW = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

describe('a talk', () => {
  const told = { ...NEW_TALK, danger: 'crisis' as const, cancerTypes: ['lymphoma'], at: NOW };

  it('that has not begun is a new one', () => {
    expect(talkAt(undefined, NOW)).to.deep.equal({ ...NEW_TALK, at: NOW });
  });

  it('holds as long as it may rest, a danger with it', () => {
    const later = NOW + TALK_MINUTES * MINUTE;
    expect(talkAt(told, later)).to.deep.equal({ ...told, at: later });
  });

  it('is a new one when it has rested for longer, and a danger is over with it', () => {
    const later = NOW + TALK_MINUTES * MINUTE + 1;
    expect(talkAt(told, later)).to.deep.equal({ ...NEW_TALK, at: later });
  });

  it('may rest for half an hour', () => {
    expect(talkAt(told, NOW + 29 * MINUTE).danger).to.equal('crisis');
    expect(talkAt(told, NOW + 31 * MINUTE).danger).to.equal(null);
  });
});

describe('what is remembered of a talk', () => {
  const toldOf = (...texts: string[]) =>
    texts.reduce((talk, text) => remember(talk, guide.understand(text, knownOf(talk))), NEW_TALK);

  it('loses the cancer that is denied, though nothing else is named', () => {
    expect(toldOf('help with breast cancer').cancerTypes).to.deep.equal(['breast']);
    expect(toldOf('help with breast cancer', 'it is not breast cancer').cancerTypes).to.deep.equal([]);
  });

  it('keeps the cancers that are not denied', () => {
    expect(
      toldOf('my mother has breast cancer and lung cancer', 'she does not have lung cancer').cancerTypes,
    ).to.deep.equal(['breast']);
  });

  it('takes the cancer that is named in place of the one before', () => {
    expect(toldOf('help with breast cancer', 'and with lung cancer?').cancerTypes).to.deep.equal(['lung']);
  });

  it('keeps a cancer when cancer in general is named', () => {
    expect(
      toldOf('help with breast cancer', 'is there help with money for people with cancer?').cancerTypes,
    ).to.deep.equal(['breast']);
    expect(toldOf('is there help with money for people with cancer?').cancerTypes).to.deep.equal(['any-cancer']);
  });

  it('keeps the country and the person until others are named', () => {
    const talk = toldOf('my mother has breast cancer, she lives in Spain', 'who gives counselling?');
    expect(talk).to.include({ country: 'ES', about: 'relative' });
    expect(remember(talk, guide.understand('and in Norway?', knownOf(talk))).country).to.equal('NO');
  });

  it('takes nothing from the name of an organisation', () => {
    const talk = toldOf('help with lung cancer in Spain');
    const understanding = { ...guide.understand('help with breast cancer in Norway'), organisationAlone: true };
    expect(remember(talk, understanding)).to.equal(talk);
  });

  it('asks only for phone lines until something else is wished', () => {
    const asked = { ...toldOf('who helps with breast cancer in Spain?'), intent: 'find_organisation' as const };
    const filtered = remember(asked, guide.understand('only with a phone line', knownOf(asked)));
    expect(filtered.onlyWithHelpline).to.equal(true);
    expect(remember(filtered, guide.understand('and in Norway?', knownOf(filtered))).onlyWithHelpline).to.equal(true);
    expect(
      remember(filtered, guide.understand('is there help with money?', knownOf(filtered))).onlyWithHelpline,
    ).to.equal(false);
  });
});
