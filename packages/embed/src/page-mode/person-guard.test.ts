import { describe, expect, it, vi } from 'vitest';
import { createPersonGuard } from './person-guard.ts';

const person = (id: string, company = 'qh') => ({ user: { id: `u-${id}`, personId: id }, tenant: { id: company } });

function setUp(next: ReturnType<typeof person>) {
  const onOtherPerson = vi.fn();
  const guard = createPersonGuard({ lang: 'en', whose: () => Promise.resolve(next), onOtherPerson });
  const source = vi.fn(() => Promise.resolve('t'));
  return { guard, onOtherPerson, source, token: guard.guard(source) };
}

describe('createPersonGuard', () => {
  it('lets renewed tokens of the same person through', async () => {
    const { guard, onOtherPerson, token } = setUp(person('amy'));
    guard.belongsTo(person('amy'));
    await guard.accept('t2');
    expect(await token(false)).toBe('t');
    expect(onOtherPerson).not.toHaveBeenCalled();
  });

  it.each([
    ['person', person('bob')],
    ['company', person('amy', 'ys')],
  ])('ends with a token of another %s, says so once, and asks for no assertion after that', async (_, next) => {
    const { guard, onOtherPerson, source, token } = setUp(next);
    guard.belongsTo(person('amy'));
    await expect(guard.accept('t2')).rejects.toMatchObject({ code: 'embed.other-person' });
    await expect(guard.accept('t3')).rejects.toMatchObject({ code: 'embed.other-person' });
    expect(onOtherPerson).toHaveBeenCalledTimes(1);
    await expect(token(true)).rejects.toMatchObject({ code: 'embed.ended' });
    expect(source).not.toHaveBeenCalled();
  });

  it('takes the first token without asking whose it is', async () => {
    const { guard, onOtherPerson } = setUp(person('bob'));
    await guard.accept('t1');
    expect(onOtherPerson).not.toHaveBeenCalled();
  });
});
