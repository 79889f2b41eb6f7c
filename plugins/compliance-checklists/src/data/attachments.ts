import { newId } from '@milepost/sdk';
import type { PluginHost, RecordOf } from '@milepost/sdk';
import type { AttachmentValue } from '../domain/records.ts';

const maxBytes = 200 * 1024;
const sides = [1600, 1200, 900, 640];

/** Scales a photo down to at most 200 kB of JPEG. Null where no size is small enough or it is no picture. */
async function scaleDown(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const canvas = document.createElement('canvas');
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of [0.82, 0.6]) {
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
      if (blob && blob.size <= maxBytes) return blob;
    }
  }
  return null;
}

async function sha256(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Stores an attachment of a run. Null where a photo cannot be read. @throws what the gateway answers. */
export async function storeAttachment(
  host: PluginHost,
  run: Pick<RecordOf<unknown>, 'id' | 'ownerId' | 'accountId'>,
  kind: 'photo' | 'file',
  file: File,
): Promise<RecordOf<AttachmentValue> | null> {
  const photo = kind === 'photo' ? await scaleDown(file) : null;
  if (kind === 'photo' && !photo) return null;
  const value: AttachmentValue = {
    runId: run.id,
    kind,
    name: file.name.slice(0, 255) || kind,
    size: file.size,
    sha256: await sha256(photo ?? file),
    ...(photo && { data: base64(new Uint8Array(await photo.arrayBuffer())) }),
  };
  const { ownerId, accountId } = run;
  return host.data.collection<AttachmentValue>('attachments').put(newId(), value, { revision: 0, ownerId, accountId });
}

/** The attachments of a run by id. */
export async function loadAttachments(host: PluginHost, runId: string): Promise<ReadonlyMap<string, RecordOf<AttachmentValue>>> {
  const records = await host.data
    .collection<AttachmentValue>('attachments')
    .listAll({ where: [{ field: 'runId', op: 'eq', value: runId }] });
  return new Map(records.map((record) => [record.id, record]));
}

/** The picture of a photo for an `img`. */
export const pictureOf = ({ data }: AttachmentValue): string | null => (data ? `data:image/jpeg;base64,${data}` : null);
