import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const ink: MantineColorsTuple = [
  '#eef2f8',
  '#dce3ef',
  '#b9c6dd',
  '#9db0cf',
  '#6c86b3',
  '#4c689a',
  '#35507f',
  '#254067',
  '#1a2f4f',
  '#0f1d33',
];

const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#eef0f3',
  '#e2e5ea',
  '#d0d5dc',
  '#a9b1bc',
  '#7d8794',
  '#5b6573',
  '#465060',
  '#313945',
  '#1f252e',
];

const dark: MantineColorsTuple = [
  '#e6eaf0',
  '#cbd2db',
  '#a8b1bd',
  '#8a94a2',
  '#434d5a',
  '#36404c',
  '#29313b',
  '#161b22',
  '#12161c',
  '#0d1116',
];

/** What is filled takes its text from the same scheme, so that it can be read in both. */
const variantColors: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return usual;
  const background = input.color === 'red' ? 'var(--lacquer)' : 'var(--key)';
  return { ...usual, background, hover: background, color: 'var(--on-key)' };
};

/** Ink on paper: one gray ramp, ink for text and the primary action, small radii, sizes that follow the reader's own. */
export const theme = createTheme({
  fontFamily: "'IBM Plex Sans Variable', system-ui, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, monospace",
  headings: { fontFamily: "'IBM Plex Sans Variable', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '0.78125rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.3' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '4px', xl: '4px' },
  defaultRadius: 'sm',
  colors: { ink, gray, dark },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 3 },
  variantColorResolver: variantColors,
  focusRing: 'always',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-default-border': 'var(--rule-strong)',
    '--mantine-color-error': 'var(--lacquer)',
    '--mantine-color-anchor': 'var(--link)',
  },
  dark: {
    '--mantine-primary-color-contrast': 'var(--on-key)',
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-default-border': 'var(--rule-strong)',
    '--mantine-color-error': 'var(--lacquer)',
    '--mantine-color-anchor': 'var(--link)',
  },
});
