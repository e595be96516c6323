import { expect } from 'chai';
import { COMMANDS, type CommandFile, commandFile, createCommands } from '../../src/understanding/commands.ts';
import { tokenize } from '../../src/understanding/tokens.ts';
import { guide } from '../conversation.ts';

const file: CommandFile = {
  fillers: ['please', 'the', 'can', 'you'],
  commands: {
    ...(Object.fromEntries(COMMANDS.map((command) => [command, [`word ${command}`]])) as CommandFile['commands']),
    more: ['more', 'show more'],
    'only-helpline': ['with a phone line'],
    delete: ['delete everything'],
  },
  followUps: ['and', 'what about'],
  nameFillers: [],
};
const commands = createCommands(file);
const read = (text: string) => commands(tokenize(text));

describe('a command', () => {
  it('is the whole utterance, but for fillers', () => {
    expect(read('more').command).to.equal('more');
    expect(read('Can you show more, please?').command).to.equal('more');
  });

  it('forgives a typing error', () => {
    expect(read('delete evrything').command).to.equal('delete');
  });

  it('is not the part of a question', () => {
    expect(read('more about lung cancer')).to.deep.equal({ command: null, within: [], followUp: false });
  });

  it('is none in an empty utterance, or in fillers alone', () => {
    expect(read('').command).to.equal(null);
    expect(read('please').command).to.equal(null);
  });

  it('stands within a longer utterance where it is a wish for a phone line or to delete', () => {
    expect(read('groups with a phone line in Spain')).to.deep.include({ command: null, within: ['only-helpline'] });
    expect(read('please delete everything I told you').within).to.deep.equal(['delete']);
  });

  it('does not stand within a very long one', () => {
    expect(read(`with a phone line ${'word '.repeat(14)}`).within).to.deep.equal([]);
  });

  it('is known for each button of the list in the real data', () => {
    for (const [text, command] of [
      ['More', 'more'],
      ['Another country', 'another-country'],
      ['Another need', 'another-need'],
      ['I do not know', 'skip'],
      ['delete my words', 'delete'],
    ] as const)
      expect(guide.understand(text).command, text).to.equal(command);
  });
});

describe('a follow-up', () => {
  it('is short and begins like one', () => {
    expect(read('and in Norway?').followUp).to.equal(true);
    expect(read('What about Spain').followUp).to.equal(true);
  });

  it('is nothing that begins otherwise', () => {
    expect(read('Norway and Spain').followUp).to.equal(false);
    expect(read('what is that').followUp).to.equal(false);
  });

  it('is no long question', () => {
    expect(read('and where in Norway does my poor mother find somebody').followUp).to.equal(false);
  });
});

describe('the file of commands', () => {
  it('must have phrases for every command', () => {
    const { more: _, ...rest } = file.commands;
    expect(commandFile.safeParse(file).success).to.equal(true);
    expect(commandFile.safeParse({ ...file, commands: rest }).success).to.equal(false);
    expect(commandFile.safeParse({ ...file, commands: { ...file.commands, more: [] } }).success).to.equal(false);
  });
});
