import { expect } from 'chai';
import { guide } from '../conversation.ts';

const crises: readonly string[] = [
  'i want to end it all',
  'I dont want to be here anymore',
  'i have been saving up my tablets so i can take them all at once',
  'life is not worth living since the diagnosis',
  'i am going to kill myself tonight',
  'My dad says he would rather be dead than do more chemo',
  'he keeps talking about suicide since we got the results',
  'I wish I was dead',
  'how many morphine pills would it take to die',
  'there is no point in going on',
  'everyone would be better off without me',
  'i cut myself again last night',
  'i just want to go to sleep and never wake up',
  'I have a plan to end my life',
  'i am thinking about jumping off the bridge',
  'my wife took an overdose',
  'i wanna die',
  "I've written my goodbye letters and I'm ready to go",
  'i feel suicidal',
  'i hate this life and i want out, i cant go on',
];

const emergencies: readonly string[] = [
  'my mum has a temperature of 39 and she had chemo last week',
  "I can't breathe properly",
  'he is coughing up blood and it wont stop',
  'my husband has collapsed and is not responding',
  'she is having a seizure right now',
  'crushing chest pain down my left arm',
  'i have prostate cancer and suddenly cannot feel my legs',
  'my face is drooping and my speech is slurred',
  'vomiting blood since this morning',
  'i took too many of my chemo tablets by mistake',
  'fever 38.5 on chemo',
  'my son is unconscious',
  'his lips are turning blue',
  'she is bleeding heavily and we cannot stop it',
  'dad is fitting',
  'shaking and shivering uncontrollably after my chemo today',
  'my throat is swelling up after the infusion',
  'i am short of breath and my chest hurts',
  'nan has lost control of her bladder and her legs are numb, she has spine mets',
  'wife is confused and wont wake up',
];

/** Each sounds like a danger, and must never interrupt. */
const lookAlikes: readonly string[] = [
  'this waiting is killing me',
  'i am dying to know the results',
  'how do i tell my children that i am dying',
  'my father died of lung cancer last year',
  'what kills cancer cells',
  'is there a suicide prevention charity i can donate to',
  'my phone is dead',
  'who can help with end of life care',
  'does chemo cause fever',
  'what is a seizure',
  'can chemo make you bleed more easily',
  'is shortness of breath a symptom of lung cancer',
  'coughing is a side effect of my tablets',
  'the bill nearly gave me a heart attack',
  'i would kill for a coffee',
  'bereavement group for widows',
  'hospice in germany for my mum',
  'i do not want to die',
  'where can I read about assisted dying law',
  'my hair is falling out and I feel low',
  'dead skin after radiotherapy',
  'i am tired of waiting on hold',
  'the deadline is killing our team',
  'does anyone have leaflets about chest pain after surgery',
  'blood test results explained',
  'blood donation for leukaemia',
  'my grandmother had a stroke ten years ago and now has breast cancer',
  'fitting a prosthesis after mastectomy',
  'fire up the list again',
  'I am scared of dying',
  'what is neutropenic sepsis',
  'help lines for people with seizures from brain tumours',
  'i jumped for joy when i heard remission',
  'is 36.6 a normal temperature',
  'my cat was put to sleep',
  'group for parents who lost a child to cancer',
  'we lost our battle with the insurance',
  'heavy periods and womb cancer information',
  'how long can i live with myeloma',
  'my temper is short with the insurance',
];

describe('a danger in the words of people', () => {
  for (const text of crises)
    it(`is a crisis: "${text}"`, () => {
      expect(guide.understand(text).safety).to.include({ class: 'crisis', certain: true });
    });
  for (const text of emergencies)
    it(`is an emergency: "${text}"`, () => {
      expect(guide.understand(text).safety).to.include({ class: 'emergency', certain: true });
    });
});

describe('what only looks like a danger', () => {
  for (const text of lookAlikes)
    it(`does not interrupt: "${text}"`, () => {
      const { safety } = guide.understand(text);
      expect(safety.certain && ['crisis', 'emergency'].includes(safety.class)).to.equal(false);
    });
});

describe('a danger', () => {
  it('is found over typing errors, long forms and capitals', () => {
    for (const text of ['i want to comit suicde', 'I DO NOT WANT TO LIVE', 'she is unconcious'])
      expect(guide.understand(text).safety, text).to.include({ certain: true }).and.not.include({ class: 'none' });
  });

  it('wins over everything else that the message asks for', () => {
    const text = 'I have bowel cancer in Germany and I want to kill myself, do you know Macmillan?';
    expect(guide.understand(text)).to.deep.include({ intent: 'crisis', score: 1 });
  });
});
