import { css } from '@milepost/sdk';

export const weekPageStyles = css`
  .area {
    container-type: inline-size;
  }
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 272px;
    gap: var(--mp-space-4);
    align-items: start;
  }
  .board {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(144px, 1fr);
    gap: var(--mp-space-2);
    overflow-x: auto;
    padding-block-end: var(--mp-space-2);
  }
  .column,
  .waiting {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-2);
    min-inline-size: 0;
    padding: var(--mp-space-2);
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
  }
  .column {
    min-block-size: 320px;
  }
  .column.today {
    border-color: var(--mp-color-accent);
  }
  .column.free {
    background: var(--mp-color-sunken);
  }
  .column header,
  .waiting header {
    padding: 0 var(--mp-space-1);
  }
  .line > .tier {
    margin-inline-start: auto;
  }
  .now {
    color: var(--mp-color-accent);
    font-size: var(--mp-font-size-small);
  }
  .column ol,
  .waiting ul {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-2);
  }
  .empty {
    padding: var(--mp-space-3) var(--mp-space-1);
  }
  .report {
    margin-block-start: auto;
    padding-inline: var(--mp-space-1);
  }
  .card {
    display: flex;
    align-items: flex-start;
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-raised);
  }
  .card[draggable='true'] {
    cursor: grab;
  }
  .card.crm {
    border-style: dashed;
    background: none;
  }
  .card.off .name {
    text-decoration: line-through;
    color: var(--mp-color-muted);
  }
  .card.done {
    border-inline-start: 3px solid var(--mp-color-positive);
  }
  .face {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding: var(--mp-space-2);
    border: 0;
    border-radius: inherit;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .face:hover {
    background: var(--mp-color-hover);
  }
  .line {
    display: flex;
    align-items: baseline;
    gap: var(--mp-space-2);
    min-inline-size: 0;
  }
  .name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-weight: var(--mp-weight-strong);
    line-height: 1.35;
  }
  .order {
    flex: none;
    min-inline-size: 2.2em;
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .line .name {
    flex: 1;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--mp-space-2);
  }
  .late {
    color: var(--mp-color-critical);
  }
  .waiting {
    max-block-size: 72vh;
    overflow: auto;
  }
  .filters {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--mp-space-2);
  }
  .filters > :first-child {
    grid-column: 1 / -1;
  }
  .days,
  .panes,
  .brief {
    display: none;
  }
  .brief {
    gap: var(--mp-space-3);
    overflow-x: auto;
    white-space: nowrap;
  }
  .brief .link {
    flex: none;
    gap: 4px;
  }
  .trend {
    padding: var(--mp-space-4);
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
  }
  .days {
    gap: 4px;
    overflow-x: auto;
  }
  .days button {
    flex: 1 0 auto;
    min-inline-size: 52px;
    min-block-size: 52px;
    padding: 4px;
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
    line-height: 1.3;
    cursor: pointer;
  }
  .days button[aria-pressed='true'] {
    border-color: var(--mp-color-accent);
    background: var(--mp-color-accent-soft);
    color: var(--mp-color-accent);
    font-weight: var(--mp-weight-strong);
  }
  .week {
    display: flex;
    align-items: center;
    gap: var(--mp-space-1);
  }
  .week mp-date {
    inline-size: 148px;
  }
  .rows {
    display: flex;
    flex-direction: column;
  }
  .rows > li {
    border-block-end: 1px solid var(--mp-color-border);
  }
  .rows .face {
    inline-size: 100%;
    padding-inline: 0;
  }
  .proposed {
    display: flex;
    align-items: center;
    padding-block: var(--mp-space-1);
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
  }
  dl {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-1);
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(76px, 30%) 1fr;
    gap: var(--mp-space-2);
  }
  .pair dt {
    color: var(--mp-color-muted);
  }
  .pair dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .summary dd {
    white-space: pre-line;
  }
  .pairOf {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--mp-space-2);
  }
  .facts {
    padding-block-start: var(--mp-space-3);
    border-block-start: 1px solid var(--mp-color-border);
  }
  .contact {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--mp-space-2);
  }
  .contact .link {
    min-block-size: 44px;
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--mp-space-2);
  }
  .footer > [variant='primary'] {
    flex: 1 1 auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  @container (max-width: 940px) {
    .work {
      grid-template-columns: minmax(0, 1fr);
    }
    .waiting {
      max-block-size: none;
    }
    .waiting ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
    }
  }
  @container (max-width: 640px) {
    mp-figures {
      display: flex;
      overflow-x: auto;
    }
    mp-figure {
      flex: 1 0 136px;
    }
    .figures-wide {
      display: none;
    }
    .brief {
      display: flex;
    }
    .days {
      display: flex;
    }
    .panes {
      display: block;
    }
    .board {
      display: block;
      overflow: visible;
    }
    .column {
      min-block-size: 0;
      border: 0;
      padding: 0;
      background: none;
    }
    .column:not(.chosen) {
      display: none;
    }
    .waiting {
      border: 0;
      padding: 0;
      background: none;
    }
    .work[data-pane='board'] .waiting,
    .work[data-pane='waiting'] .board,
    .work[data-pane='waiting'] .days {
      display: none;
    }
    .week {
      inline-size: 100%;
    }
    .week mp-date {
      flex: 1;
      inline-size: auto;
    }
    .pair {
      grid-template-columns: 84px 1fr;
    }
  }
`;
