import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ApiProblem } from '../http/problem.ts';

/** Where a page ended: the last row's sort value and id. */
export interface Position {
  readonly value: unknown;
  readonly id: string;
}

/** Makes and reads cursors that hold for one person and one query only. */
export class CursorSigner {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = createHmac('sha256', secret).update('cursor').digest();
  }

  /** `binding` names everything the cursor must not outlive: tenant, person, query. */
  write(position: Position, binding: readonly unknown[]): string {
    const body = Buffer.from(JSON.stringify([position.value, position.id])).toString('base64url');
    return `${body}.${this.#sign(body, binding)}`;
  }

  /** @throws ApiProblem `cursor.invalid` for anything this person was not given for this query. */
  read(cursor: string, binding: readonly unknown[]): Position {
    const [body = '', signature = '', ...more] = cursor.split('.');
    const expected = Buffer.from(this.#sign(body, binding));
    const given = Buffer.from(signature);
    if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new ApiProblem('cursor.invalid');
    }
    const [value, id] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [unknown, string];
    return { value, id };
  }

  #sign(body: string, binding: readonly unknown[]): string {
    const bound = createHash('sha256').update(JSON.stringify(binding)).digest('base64url');
    return createHmac('sha256', this.#key).update(`${body}\n${bound}`).digest('base64url').slice(0, 22);
  }
}
