export { createFolderStorage } from './folder-storage';
export type { Storage } from './storage';
