// Addresses that must never be fetched. Those of `LOOPBACK` reach this machine when nothing keeps them from it, which
// hostile-web.test.ts makes sure of; so that a canary that stays silent says something.

const LOOPBACK = [
  ...["127.0.0.1", "127.1", "127.0.1", "127.0.0.1.", "127.0.0.0001", "127.00.00.01"],
  ...["2130706433", "0x7f000001", "0x7F000001", "0x7f.0x0.0x0.0x1", "0x7f.1", "0x7f.0.1", "127.0x1"],
  ...["017700000001", "0177.0.0.1", "0177.0.0.01", "0177.1", "00000177.0.0.1", "0177.0x0.0.1", "127.0.01"],
  ...[
    "１２７.０.０.１",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "127．0．0．1",
    "127｡0｡0｡1",
    "０ｘ７ｆ．１",
    "２１３０７０６４３３",
  ],
  ...["%31%32%37.0.0.1", "127%2e0%2e0%2e1", "%30%78%37%66.1", "𝟏𝟐𝟕.𝟎.𝟎.𝟏", "1²7.0.0.1".replace("²", "２")],
  ...["[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::0001]", "[0::1]"],
  ...["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::FFFF:7F00:0001]"],
];

const PRIVATE = [
  ...["0.0.0.0", "0", "0x0", "00", "0.0.0.0.", "0.1.2.3", "[::]", "[0:0:0:0:0:0:0:0]", "[::ffff:0.0.0.0]"],
  ...["127.0.0.2", "127.8.8.8", "127.255.255.254", "[::ffff:127.8.8.8]", "[::ffff:10.0.0.1]"],
  ...[
    "10.0.0.1",
    "10.255.255.255",
    "0xa000001",
    "167772161",
    "012.0.0.1",
    "10.1",
    "172.16.0.1",
    "172.31.255.255",
  ],
  ...["192.168.0.1", "192.168.255.255", "0xc0a80001", "3232235521", "192.168.1", "[::ffff:192.168.0.1]"],
  ...["169.254.0.1", "169.254.255.255", "100.64.0.1", "100.127.255.255", "[::ffff:100.64.0.1]"],
  ...["192.0.0.1", "192.0.0.170", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.1"],
  ...[
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "0xffffffff",
    "4294967295",
  ],
  ...["192.31.196.1", "192.52.193.1", "192.175.48.1"],
  ...["[::127.0.0.1]", "[::7f00:1]", "[::10.0.0.1]", "[::ffff:0:127.0.0.1]", "[::fffe:7f00:1]"],
  ...[
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b::a00:1]",
    "[64:ff9b:1::7f00:1]",
    "[64:ff9b::8.8.8.8]",
  ],
  ...["[2002:7f00:1::]", "[2002:7f00:1::1]", "[2002:a00:1::1]", "[2002:c0a8:1::1]", "[2002:a9fe:a9fe::1]"],
  ...["[2001::1]", "[2001:0:7f00:1::]", "[2001:0:4136:e378:8000:63bf:80ff:fffe]", "[2001::f5ff:fffe]"],
  ...["[fc00::1]", "[fd00::1]", "[fdff:ffff::1]", "[fe80::1]", "[febf::1]", "[fec0::1]", "[fe80::7f00:1]"],
  ...["[fe80::1%25lo]", "[fe80::1%lo]", "[fe80::1%25eth0]", "[::1%25lo]", "[fe80::1%250]"],
  ...["[ff02::1]", "[ff0e::1]", "[100::1]", "[2001:2::1]", "[2001:3::1]", "[2001:4:112::1]", "[2001:10::1]"],
  ...[
    "[2001:20::1]",
    "[2001:30::1]",
    "[2001:db8::1]",
    "[3fff::1]",
    "[5f00::1]",
    "[4000::1]",
    "[2620:4f:8000::1]",
  ],
];

/** Where clouds hand out a machine's own credentials: most clouds, Alibaba, Oracle, Azure, Amazon and Google on IPv6. */
const METADATA = [
  ...[
    "169.254.169.254",
    "0xa9fea9fe",
    "2852039166",
    "0251.0376.0251.0376",
    "169.254.43518",
    "169.254.169.254.",
  ],
  ...[
    "１６９.２５４.１６９.２５４",
    "169.254.169.253",
    "169.254.170.2",
    "[::ffff:169.254.169.254]",
    "[::ffff:a9fe:a9fe]",
  ],
  ...["100.100.100.200", "192.0.0.192", "168.63.129.16", "0xa83f8110", "[::ffff:168.63.129.16]"],
  ...[
    "[fd00:ec2::254]",
    "[fd20:ce::254]",
    "[64:ff9b::a9fe:a9fe]",
    "[2002:a9fe:a9fe::]",
    "metadata.google.internal",
  ],
];

/** Names of a network's own machines, and public names that lead into one. */
const NAMES = [
  ...[
    "localhost",
    "LOCALHOST",
    "localhost.",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "ｌｏｃａｌｈｏｓｔ",
    "a.localhost",
    "a.localhost.",
    "loc%61lhost",
  ],
  ...[
    "printer.local",
    "printer.local.",
    "db.internal",
    "a.b.internal",
    "nas.home.arpa",
    "router",
    "intranet.",
  ],
  ...[
    "kubernetes.default.svc",
    "127.0.0.1.nip.example",
    "localtest.example",
    "xn--127-.example",
    "a..example",
    ".",
  ],
  ...["public.example", "public.example.", "PUBLIC.example", "пример.example", "1.0.0.127.in-addr.arpa"],
];

/** `at` is the canary's host and port. */
const TRICKS: ((at: string) => string)[] = [
  (at) => `http://public.example@${at}/`,
  (at) => `http://public.example:80@${at}/`,
  (at) => `http://user:secret@${at}/`,
  (at) => `http://:secret@${at}/`,
  (at) => `http://public.example%2F@${at}/`,
  (at) => `http://public.example%23@${at}/`,
  (at) => `http://public.example%00@${at}/`,
  (at) => `http://a@b@${at}/`,
  (at) => `http://${at}@public.example/`,
  (at) => `http://${at}#@public.example/`,
  (at) => `http://${at}?@public.example/`,
  (at) => `http://${at}\\@public.example/`,
  (at) => `http://${at}/@public.example/`,
  (at) => `http:\\\\${at}\\`,
  (at) => `http:${at}/`,
  (at) => `http:/${at}/`,
  (at) => `http:///////${at}/`,
  (at) => `hTtP://${at}/`,
  (at) => ` \t\n http://${at}/ `,
  (at) => `http://${at.replace(".", ".\n")}/`,
  (at) => `ht\ntp://${at.replace("1", "1\t")}/`,
  (at) => `http://\u00ad${at}/`,
  (at) => `http://\u200b${at}/`,
  (at) => `http://${at}/../../%2e%2e/etc/passwd`,
];

const SCHEMES: ((at: string) => string)[] = [
  ...[
    "ftp",
    "gopher",
    "ws",
    "wss",
    "dict",
    "ldap",
    "tftp",
    "sftp",
    "ssh",
    "rtsp",
    "http+unix",
    "feed",
    "redis",
  ],
].map((scheme) => (at: string) => `${scheme}://${at}/`);

const OTHER = [
  ...["file:///etc/passwd", "file://localhost/etc/passwd", "data:text/html,hello", "javascript:alert(1)"],
  ...["about:blank", "blob:http://127.0.0.1/1", "view-source:http://127.0.0.1/", "jar:http://127.0.0.1!/a"],
  ...[
    "mailto:a@public.example",
    "urn:isbn:1",
    "//127.0.0.1/",
    "/etc/passwd",
    "127.0.0.1",
    "",
    "http://",
    "https://?",
  ],
];

const WRONG_PORTS = [
  1, 21, 22, 23, 25, 53, 110, 2375, 3306, 5432, 6379, 8080, 8443, 9200, 11211, 27017, 65535,
];

/** Every one of them, towards canaries on `port`. */
export function hostileUrls(port: number): string[] {
  const hosts = [...LOOPBACK, ...PRIVATE, ...METADATA, ...NAMES];
  return [
    ...hosts.map((host) => `http://${host}:${port}/`),
    ...[...METADATA, ...LOOPBACK.slice(0, 8)].map((host) => `http://${host}/latest/meta-data/`),
    ...LOOPBACK.slice(0, 8).map((host) => `https://${host}/`),
    ...[...TRICKS, ...SCHEMES].map((trick) => trick(`127.0.0.1:${port}`)),
    ...WRONG_PORTS.map((wrong) => `http://public.example:${wrong}/`),
    ...OTHER,
  ];
}

/** Those that reach a canary on `port` where no check keeps them from it. */
export const liveUrls = (port: number): string[] => [
  ...LOOPBACK.map((host) => `http://${host}:${port}/`),
  ...TRICKS.slice(9).map((trick) => trick(`127.0.0.1:${port}`)),
];

/** Where redirects try to lead: some of each kind. */
export const hostileTargets = (port: number): string[] =>
  [LOOPBACK, PRIVATE, METADATA, NAMES.slice(0, 8)]
    .flatMap((hosts) => hosts.filter((_, n) => n % 4 === 0).map((host) => `http://${host}:${port}/`))
    .concat(
      SCHEMES.slice(0, 5).map((trick) => trick(`127.0.0.1:${port}`)),
      OTHER.slice(0, 6),
    );

/** What the names of `hostileUrls` resolve to: into this machine or a network, in every order. */
export function hostileResolver(): (name: string) => Promise<string[]> {
  const answers = [
    ...[["127.0.0.1"], ["::1"], ["10.0.0.5"], ["169.254.169.254"], ["::ffff:127.0.0.1"], ["64:ff9b::7f00:1"]],
    ...[
      ["203.0.113.9", "127.0.0.1"],
      ["127.0.0.1", "8.8.8.8"],
      ["8.8.8.8", "::1"],
      ["fe80::1%lo"],
      ["localhost"],
      [],
    ],
  ];
  let asked = 0;
  return async () => answers[asked++ % answers.length] ?? [];
}
