export { createDb } from './create-db';
export type { Db } from './create-db';
export { createSql } from './create-sql';
export type { ConnectionOptions, Sql } from './create-sql';
export type { Database } from './database';
export { startPostgres, startThrowawayPostgres } from './embedded/start-postgres';
export type { EmbeddedPostgres } from './embedded/start-postgres';
export { prepareMonths } from './prepare-months';
export { migrate, migrateDown, pendingMigrations } from './migrate';
