import { Button } from '@mantine/core';
import { Download } from 'lucide-react';

/** A file that the server makes as it is fetched. */
export function DownloadButton({ address, label }: { readonly address: string; readonly label: string }) {
  return (
    <Button
      component="a"
      href={address}
      download
      variant="default"
      leftSection={<Download size={16} aria-hidden="true" />}
    >
      {label}
    </Button>
  );
}
