import { Button } from '@mantine/core';
import { useState } from 'react';

import { useMessages } from '../../locale';
import { feedbackLinkMessages } from '../../locales/feedback-links';

/** Puts a text into the clipboard and says so. The text stands beside it for browsers that refuse. */
export function CopyButton({ text }: { text: string }) {
  const t = useMessages(feedbackLinkMessages);
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Button onClick={copy}>
      <span role="status">{isCopied ? t.copied : t.copy}</span>
    </Button>
  );
}
