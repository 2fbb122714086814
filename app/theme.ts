import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The kit wants ten shades; what is drawn takes its colours from tokens.css, which answers in both themes. */
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

/** Sizes, spacing and faces stand in styles/kit.css. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  colors: { petrol },
  variantColorResolver,
  defaultRadius: 'sm',
  respectReducedMotion: true,
});
