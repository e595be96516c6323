import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Activity, PrivateConversationState, TestAdapter, TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { openSqliteStore } from '../../src/storage/sqliteStore.ts';
import { StateStorage } from '../../src/storage/stateStorage.ts';
import type { Store } from '../../src/storage/store.ts';
import { filesWith, keysIn } from './keysIn.ts';

const MINUTE = 60_000;

describe('the state of a bot in a store', () => {
  let folder: string;
  let time: number;
  let store: Store;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'state-'));
    time = 0;
    store = openSqliteStore(folder, () => time);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** A turn of a person: what the bot knew before, and what it knows now. */
  async function turn(person: string, words: string | null): Promise<string | undefined> {
    const state = new PrivateConversationState(new StateStorage(store, 30, () => time));
    const talk = state.createProperty<string | undefined>('talk');
    const activity: Partial<Activity> = {
      type: 'message',
      channelId: 'msteams',
      conversation: { id: 'a:17I0kl9', name: '', isGroup: false, conversationType: 'personal' },
      from: { id: person, name: '' },
    };
    const context = new TurnContext(new TestAdapter(async () => {}), activity as Activity);
    const before = await talk.get(context);
    if (words === null) await state.delete(context);
    else {
      await talk.set(context, words);
      await state.saveChanges(context);
    }
    return before;
  }

  it('is there in the next turn of the same person, and of nobody else', async () => {
    expect(await turn('29:anna', 'melanoma')).to.equal(undefined);
    expect(await turn('29:anna', 'sarcoma')).to.equal('melanoma');
    expect(await turn('29:bert', 'glioma')).to.equal(undefined);
    expect(await turn('29:anna', 'sarcoma')).to.equal('sarcoma');
  });

  it('is forgotten when nothing was written for its minutes', async () => {
    await turn('29:anna', 'melanoma');
    time = 29 * MINUTE;
    expect(await turn('29:anna', 'sarcoma')).to.equal('melanoma');
    time = 58 * MINUTE;
    expect(await turn('29:anna', 'glioma')).to.equal('sarcoma');
    time = 89 * MINUTE;
    expect(await turn('29:anna', 'glioma')).to.equal(undefined);
  });

  it('leaves no word in any file once the bot deletes it', async () => {
    await turn('29:anna', 'zebraword');
    const [key] = keysIn(folder);
    await turn('29:anna', null);
    expect(filesWith(folder, 'zebraword')).to.deep.equal([]);
    expect(filesWith(folder, key!)).to.deep.equal([]);
    expect(await turn('29:anna', 'melanoma')).to.equal(undefined);
  });
});
