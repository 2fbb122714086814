export { audited, type AuditSubject } from './audited';
export { recordAuditEntry } from './record-audit-entry';
