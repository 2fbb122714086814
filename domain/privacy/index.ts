export { audited, type AuditSubject } from './audited';
export { recordAuditEntry } from './record-audit-entry';
export { listAuditEntries, type ListedAuditEntry } from './list-audit-entries';
