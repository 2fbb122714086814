import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e8f5f6',
  '#d3e8ea',
  '#a6d0d5',
  '#76b7bf',
  '#4fa2ac',
  '#2f8d99',
  '#1b7481',
  '#105f6b',
  '#0c4d57',
  '#073b43',
];

const slate: MantineColorsTuple = [
  '#f7f8f9',
  '#eff1f3',
  '#e3e6ea',
  '#cfd4da',
  '#aab2bb',
  '#838d98',
  '#626c77',
  '#4a535d',
  '#333b44',
  '#1f262d',
];

/** Dark surfaces, from text to the deepest ground: warm enough to read on for an hour, not the light theme inverted. */
const dark: MantineColorsTuple = [
  '#e3e7eb',
  '#b9c1c9',
  '#a3adb7',
  '#6c7782',
  '#48535d',
  '#2e363e',
  '#232a31',
  '#1a2025',
  '#161b20',
  '#12171b',
];

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Buttons speak in the tokens of tokens.css, so that the accent and its text colour change together between the themes. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const danger = input.color === 'red';
  if (!danger && input.color !== undefined && input.color !== input.theme.primaryColor)
    return resolved;
  const [strong, stronger, soft, on] = danger
    ? ['var(--bad)', 'var(--bad)', 'var(--bad-soft)', 'var(--surface)']
    : ['var(--accent)', 'var(--accent-strong)', 'var(--accent-soft)', 'var(--on-accent)'];
  switch (input.variant) {
    case 'filled':
      return {
        ...resolved,
        background: strong,
        hover: stronger,
        color: on,
        border: '1px solid transparent',
      };
    case 'light':
      return {
        ...resolved,
        background: soft,
        hover: soft,
        color: stronger,
        border: '1px solid transparent',
      };
    case 'subtle':
    case 'transparent':
      return {
        ...resolved,
        background: 'transparent',
        hover: soft,
        color: strong,
        border: '1px solid transparent',
      };
    case 'outline':
      return {
        ...resolved,
        background: 'transparent',
        hover: soft,
        color: strong,
        border: `1px solid ${strong}`,
      };
    default:
      return resolved;
  }
};

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  colors: { petrol, gray: slate, dark },
  variantColorResolver,
  fontFamily,
  headings: { fontFamily, fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '18px', xl: '26px' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.35', xl: '1.25' },
  respectReducedMotion: true,
  cursorType: 'pointer',
});
