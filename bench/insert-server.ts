import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import postgres from 'postgres';

/**
 * The raw limit: a bare Node HTTP server that does nothing but one committed INSERT of a feedback row per request.
 * Started with DATABASE_URL, DEPARTMENT_ID, TOUCHPOINT_ID; prints its port.
 */
const sql = postgres(process.env['DATABASE_URL']!, { max: 10, onnotice: () => {} });
const departmentId = process.env['DEPARTMENT_ID']!;
const touchpointId = process.env['TOUCHPOINT_ID']!;

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    sql`
      insert into feedback (feedback_id, occurred_at, department_id, touchpoint_id, channel, source, nps_score, csat_score, ces_score, comment)
      values (${randomUUID()}, now(), ${departmentId}, ${touchpointId}, 'open_link', 'survey', 9, 5, 6, 'It went well')`.then(
      () => response.writeHead(200).end('ok'),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address ? address.port : 0);
});
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void sql.end();
});
