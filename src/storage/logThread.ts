import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

// Brings the log of changes into the database's file. That waits for the disc, so it runs in a thread of its own;
// others read and write meanwhile (PASSIVE).
const database = new DatabaseSync(workerData as string);
database.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_checkpoint(PASSIVE)');
database.close();
