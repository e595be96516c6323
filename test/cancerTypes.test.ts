import { expect } from 'chai';
import { namedCancerTypes } from '../src/directory/organisation.ts';
import { Conversation, guide } from './conversation.ts';

describe('"who can help with …"', () => {
  const { directory, cardWords } = guide;
  const listed = directory.cancerTypes.filter((type) => type.listedAs === type.id && type.id !== 'secondary');
  for (const type of listed) {
    it(`${cardWords.typeName(type.id)} shows organisations for it, its kinds, its parent or all cancers only`, async () => {
      const { reply, understanding } = await new Conversation().turn(
        `who can help with ${cardWords.typeName(type.id)}`,
      );
      expect(reply.organisations).not.to.deep.equal([]);
      const allowed = new Set(
        understanding.cancerTypes.flatMap((id) => [id, ...directory.kindsOf(id), ...directory.ancestorsOf(id)]),
      );
      if (type.id !== 'any-cancer') expect([...allowed]).to.include(type.id);
      for (const id of reply.organisations) {
        const organisation = directory.organisation(id)!;
        const fits =
          organisation.cancerTypes === 'all' || namedCancerTypes(organisation).some((each) => allowed.has(each));
        expect(fits, id).to.equal(true);
      }
    });
  }
});
