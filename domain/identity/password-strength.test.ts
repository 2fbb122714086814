import { describe, expect, it } from 'vitest';

import { isHardToGuess } from './password-strength';

const known = ['kim.harper@northwind.example', 'Kim Harper', 'Northwind'];

describe('a password', () => {
  it.each([
    ['repeats itself', 'aaaaaaaaaaaa'],
    ['repeats a word', 'passwordpassword'],
    ['repeats itself in full-width letters', 'ａａａａａａａａａａａａ'],
    ['is a row of digits', '123456789012'],
    ['is two rows of digits', '111111222222'],
    ['is a row of keys', 'qwertyuiop12'],
    ['is one of the most common', 'password1234'],
    ['is the own address', 'kim.harper@northwind.example'],
    ['is the own name twice', 'kimharperkimharper'],
    ['is the organisation and a year', 'Northwind2026'],
  ])('that %s is easy to guess', async (_what, password) => {
    expect(await isHardToGuess(password, known)).toBe(false);
  });

  it.each([
    'a good long password',
    'correct horse battery',
    'x9$Kp2!mQz7w',
    '窗外的橘猫正在等雨停',
  ])('%s is hard to guess', async (password) => {
    expect(await isHardToGuess(password, known)).toBe(true);
  });
});
