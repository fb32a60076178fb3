// The files the browser tests put in, written to a folder of their own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const BOUNCE = '421 4.4.2 Connection dropped due to SocketError';
const PROTOCOL = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2';
const OFF = [0, 1];
const ON = [1, 0];

/** An export with these values of `Enabled` and `DisabledByDefault`, as regedit writes it. */
export function reg(client, server = ON) {
  const role = (name, [enabled, off]) => [
    `[${PROTOCOL}\\${name}]`, `"Enabled"=dword:0000000${enabled}`, `"DisabledByDefault"=dword:0000000${off}`, '',
  ];
  const lines = ['Windows Registry Editor Version 5.00', '', ...role('Client', client), ...role('Server', server), ''];
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines.join('\r\n'), 'utf16le')]);
}

/** A send log in which one session agrees on TLS 1.2 and one fails, an hour apart. */
function sendLog() {
  const head = ['#Software: Microsoft Exchange Server', '#Version: 15.0.0.0', '#Log-type: SMTP Send Protocol Log',
    '#Date: 2026-11-18T09:00:00.000Z',
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context'];
  const session = (hour, id, last) => [
    [0, '*', '', 'attempting to connect'], [1, '+', '', ''], [2, '<', '220 mail.protection.outlook.com', ''],
    [3, '>', 'EHLO ex01.example.com', ''], [4, '<', '250 STARTTLS', ''], [5, '>', 'STARTTLS', ''],
    [6, '<', '220 2.0.0 SMTP server ready', ''], ...last,
  ].map(([row, event, data, context]) => `2026-11-18T${hour}:00:0${row}.000Z,Outbound to Microsoft 365,${id},${row},`
    + `192.0.2.10:2500${row},198.51.100.25:25,${event},${data},${context}`);
  return [...head,
    ...session('09', '08DE000000000001', [[7, '*', '', 'TLS negotiation failed with error SocketError'], [8, '-', '', 'Remote']]),
    ...session('10', '08DE000000000002', [[7, '*', ' ', 'TLS protocol SP_PROT_TLS1_2_CLIENT negotiation succeeded'], [8, '-', '', 'Local']]),
    ''].join('\r\n');
}

/** Writes them all; `close` takes them away again. */
export function fixtures() {
  const folder = mkdtempSync(join(tmpdir(), 'mailtls-fixtures-'));
  const put = (name, bytes) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return path;
  };
  put('exports/ex01.reg', reg(OFF));
  put('exports/deeper/ex02.reg', reg(ON));
  return {
    folder,
    put,
    off: put('ex01.reg', reg(OFF)),
    on: put('ex02.reg', reg(ON)),
    third: put('ex03.reg', reg(ON)),
    both: put('ex04.reg', reg(OFF, OFF)),
    log: put('SEND20261118-1.LOG', sendLog()),
    jpeg: put('photo.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300', 'hex')),
    empty: put('empty.txt', ''),
    iis: put('u_ex261118.log', '#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n'
      + '#Fields: date time s-ip cs-method cs-uri-stem sc-status\r\n2026-11-18 09:00:00 192.0.2.10 GET /owa 200\r\n'),
    exports: join(folder, 'exports'),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
