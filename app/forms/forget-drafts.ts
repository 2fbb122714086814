import { dropDraftsOfOthers } from './drafts';

const channelName = 'signed-out';

/** Where signing out leads: the page that forgets. */
export const signedOutPath = '/sign-in?left=yes';

/** Forgets what was typed and not saved, in this tab and in every other one of this browser. */
export function forgetDrafts(): void {
  dropDraftsOfOthers(sessionStorage, null);
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Somebody signed out in another tab: this one forgets too and shows nothing of theirs any more. */
export function followSignOut(): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = () => {
    dropDraftsOfOthers(sessionStorage, null);
    window.location.reload();
  };
  return () => channel.close();
}
