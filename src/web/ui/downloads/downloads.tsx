import { Button, Menu } from '@mantine/core';
import { ChevronDown, Download } from 'lucide-react';
import { useText } from '../language.tsx';
import { DownloadButton } from './download-button.tsx';

/** A file that the server makes as it is fetched, a page of its own to look at, or something done here. */
export type Way = { readonly label: string } & (
  | { readonly address: string }
  | { readonly view: string }
  | { readonly onTake: () => void }
);

type DownloadsProps = {
  readonly ways: readonly Way[];
  /** Something is being made. */
  readonly busy?: boolean;
};

/** The ways to take along what is shown: a single file is a button, several are a menu. */
export function Downloads({ ways, busy = false }: DownloadsProps) {
  const { shell } = useText();
  const [first] = ways;
  if (first === undefined) return null;
  if (ways.length === 1 && 'address' in first) return <DownloadButton {...first} />;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={busy}
          leftSection={<Download size={16} aria-hidden="true" />}
          rightSection={<ChevronDown size={16} aria-hidden="true" />}
        >
          {shell.takeAlong}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map((way) => (
          <Item key={way.label} way={way} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Item({ way }: { readonly way: Way }) {
  if ('onTake' in way) return <Menu.Item onClick={way.onTake}>{way.label}</Menu.Item>;
  if ('view' in way)
    return (
      <Menu.Item component="a" href={way.view} target="_blank" rel="noopener">
        {way.label}
      </Menu.Item>
    );
  return (
    <Menu.Item component="a" href={way.address} download>
      {way.label}
    </Menu.Item>
  );
}
