import { layerMessages } from './messages.ts';

/** Codes of the catalogue that a layer may answer with. */
export type LayerCode = keyof typeof layerMessages;

/** Why a layer cannot do what was asked, as data: nothing was changed. Serialises to JSON. */
export interface LayerRefusal {
  readonly ok: false;
  readonly code: LayerCode;
  /** Member id the refusal is about. */
  readonly member: string;
  /** The same for people; the remedy is part of it. */
  readonly texts: { readonly zh: string; readonly en: string };
}

/** A refusal with its texts filled in. */
export function refuse(code: LayerCode, member: string): LayerRefusal {
  const { zh, en } = layerMessages[code];
  return { ok: false, code, member, texts: { zh: zh.replace('{value}', member), en: en.replace('{value}', member) } };
}
