import { html, nothing } from '@milepost/sdk';
import type { VisitForm } from '../../controllers/visit-form.ts';
import type { WeekModel } from '../../controllers/week-model.ts';
import type { AccountFacts } from '../../data/account-facts.ts';
import type { VisitRecord } from '../../domain/types.ts';
import type { Words } from '../words.ts';

/** The account beside the visit: open topics, money overdue, last orders, who to talk to. */
export function renderFacts(words: Words, form: VisitForm, last: VisitRecord | null, model: WeekModel): unknown {
  return html`<section class="facts stack" aria-label=${words.t('facts.title')}>
    <h4>${words.t('facts.title')}</h4>
    ${renderTopics(words, last)}
    ${
      form.facts === 'loading'
        ? html`<mp-state kind="loading" shape="lines"></mp-state>`
        : form.facts === 'error'
          ? html`<mp-state
              kind="error"
              .heading=${words.t('facts.error')}
              .text=${words.t('facts.errorText')}
              @mp-retry=${() => void form.loadFacts()}
            ></mp-state>`
          : renderRows(words, form.facts, model.today)
    }
  </section>`;
}

function renderTopics(words: Words, last: VisitRecord | null): unknown {
  const summary = last?.value.summary;
  const topics = [summary?.problems, summary?.opinions].filter(Boolean);
  if (!last || topics.length === 0) return nothing;
  return html`<div>
    <p class="muted small">${words.t('facts.topics', { day: words.day(last.value.dayOn) })}</p>
    ${topics.map((topic) => html`<p>${topic}</p>`)}
  </div>`;
}

function renderRows(words: Words, { orders, invoices, contacts }: AccountFacts, today: string): unknown {
  const late = invoices.filter((invoice) => invoice.dueOn < today);
  const lateMinor = late.reduce((sum, invoice) => sum + invoice.openMinor, 0);
  const openMinor = invoices.reduce((sum, invoice) => sum + invoice.openMinor, 0);
  const pair = (label: string, text: unknown): unknown =>
    html`<div class="pair">
      <dt>${label}</dt>
      <dd>${text}</dd>
    </div>`;
  const people = contacts.map(
    (contact) =>
      html`<span class="contact"
        >${contact.name}${contact.jobTitle ? html` <span class="muted small">${contact.jobTitle}</span>` : nothing}${contact.phone ? html` <a class="link" href="tel:${contact.phone}">${contact.phone}</a>` : nothing}</span
      >`,
  );
  return html`<dl>
    ${pair(words.t('facts.overdue'), late.length > 0 ? html`<span class="late">${words.t('facts.overdueText', { amount: words.money(lateMinor), n: late.length, day: words.date(late[0]?.dueOn ?? null) })}</span>` : words.t('facts.noOverdue'))}
    ${pair(words.t('facts.receivable'), words.money(openMinor))}
    ${pair(words.t('facts.orders'), orders.length > 0 ? orders.map((order) => html`<div class="number">${words.date(order.orderedOn)} ${words.money(order.amountMinor)}</div>`) : words.t('facts.noOrders'))}
    ${pair(words.t('facts.contacts'), people.length > 0 ? people : '—')}
  </dl>`;
}
