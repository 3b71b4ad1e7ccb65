import { useState } from 'react';
import { z } from 'zod';
import { FileId } from '../../domain/files/contract.ts';
import { type Failure, failureOf } from '../api/failure.ts';
import { sendDocument } from './transfer.ts';

/** A document of the unit whose contents are those of a file that was sent. */
const Present = z.object({
  fileId: FileId,
  name: z.string(),
  version: z.int(),
  addedBy: z.string(),
  addedAt: z.string(),
});

/** A file that waits for a decision: nothing was added, and nothing is forgotten until somebody has chosen. */
export type Doubled = { readonly file: File; readonly present: z.infer<typeof Present> };

export type Refused = { readonly name: string; readonly failure: Failure };

type Progress = { readonly at: number; readonly of: number };

/** Files sent to a unit one after the other; `onSent` hears how many were taken. */
export function useUploads(unitPath: string, onSent: (taken: number) => Promise<void>) {
  const [sending, setSending] = useState<Progress>();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [doubled, setDoubled] = useState<readonly Doubled[]>([]);
  const leaveOut = (file: File) => setDoubled((waiting) => waiting.filter((each) => each.file !== file));

  const send = async (chosen: readonly File[], keepBoth = false) => {
    if (sending !== undefined || chosen.length === 0) return;
    setRefused([]);
    let taken = 0;
    for (const [at, file] of chosen.entries()) {
      setSending({ at: at + 1, of: chosen.length });
      try {
        await sendDocument(file, unitPath, keepBoth);
        taken += 1;
        leaveOut(file);
      } catch (error) {
        const failure = failureOf(error);
        const present = presentIn(failure);
        if (present === undefined) setRefused((earlier) => [...earlier, { name: file.name, failure }]);
        else setDoubled((waiting) => [...waiting, { file, present }]);
      }
    }
    setSending(undefined);
    if (taken > 0) await onSent(taken);
  };
  return { sending, refused, doubled, send, leaveOut };
}

function presentIn({ faults }: Failure): Doubled['present'] | undefined {
  return Present.safeParse(faults.find(({ code }) => code === 'file_present')?.detail).data;
}
