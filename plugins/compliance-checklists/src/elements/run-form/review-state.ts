import type { FailedItem } from '../../domain/outcome.ts';

/** One finding that is about to be opened. */
export interface Proposal {
  readonly failed: FailedItem;
  readonly open: boolean;
  readonly description: string;
  readonly ownerId: string;
}

/** The step before submitting: which findings are opened, what they say, who puts them right. */
export class ReviewState {
  readonly #changed: () => void;
  proposals: readonly Proposal[] | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get open(): boolean {
    return this.proposals !== null;
  }

  /** Proposes a finding for each question that failed; partly met ones are offered, not chosen. */
  begin(failed: readonly FailedItem[], describe: (item: FailedItem) => string, ownerId: string): void {
    this.proposals = failed.map((item) => ({ failed: item, open: item.score === 0, description: describe(item), ownerId }));
    this.#changed();
  }

  change(itemId: string, change: Partial<Pick<Proposal, 'open' | 'description' | 'ownerId'>>): void {
    this.proposals =
      this.proposals?.map((proposal) => (proposal.failed.item.id === itemId ? { ...proposal, ...change } : proposal)) ?? null;
    this.#changed();
  }

  close(): void {
    this.proposals = null;
    this.#changed();
  }

  /** Whether everything chosen says what was found and who puts it right. */
  get complete(): boolean {
    return (
      this.proposals?.every(({ open, description, ownerId }) => !open || (description.trim() !== '' && ownerId !== '')) ?? false
    );
  }

  chosen(): readonly { readonly itemId: string; readonly description: string; readonly ownerId: string }[] {
    return (this.proposals ?? [])
      .filter(({ open }) => open)
      .map(({ failed, description, ownerId }) => ({ itemId: failed.item.id, description: description.trim(), ownerId }));
  }
}
