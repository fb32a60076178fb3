#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a comparison that did not run says so")]
//! Bounces and logs that real mail servers write when a handshake is made to fail are read for what they are.
//!
//! Runs where `MAILTLS_MTA=1` asks for it, as root, since both programs change to users of their own. Postfix
//! receives on ports of the loopback interface that each fail a sender in one way; Postfix and Exim send to
//! them. `MAILTLS_EXIM` names an `exim4` that is not installed, only unpacked. Configurations, queues and logs
//! are in a temporary folder; the mail system of the machine is not touched.

use mailtls_core::session::{Options, diagnose};
use mailtls_core::vocabulary::Kind;
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// A way to fail.
struct Failure {
    /// The domain that is sent to, and the name of the transport.
    name: &'static str,
    /// What the receiving Postfix is told besides the common settings.
    receiver: &'static str,
    /// What the sending Postfix is told.
    postfix: &'static str,
    /// What the sending Exim is told.
    exim: &'static str,
    cause: &'static str,
}

const FAILURES: &[Failure] = &[
    Failure {
        name: "version",
        receiver: "-o smtpd_tls_protocols=>=TLSv1.3",
        postfix: "-o smtp_tls_security_level=encrypt -o smtp_tls_mandatory_protocols=<=TLSv1.2",
        exim: "hosts_require_tls = *\n  tls_require_ciphers = NORMAL:-VERS-TLS1.3",
        cause: "tls-version",
    },
    Failure {
        name: "certificate",
        receiver: "",
        postfix: "-o smtp_tls_security_level=verify",
        exim: "hosts_require_tls = *\n  tls_verify_hosts = *\n  tls_verify_certificates = system",
        cause: "certificate",
    },
    Failure {
        name: "stripped",
        receiver: "-o smtpd_tls_security_level=none",
        postfix: "-o smtp_tls_security_level=encrypt",
        exim: "hosts_require_tls = *",
        cause: "starttls-stripped",
    },
    Failure {
        name: "demanded",
        receiver: "-o smtpd_tls_security_level=encrypt",
        postfix: "-o smtp_tls_security_level=none",
        exim: "hosts_avoid_tls = *",
        cause: "starttls-required",
    },
    Failure {
        name: "cipher",
        receiver: "-o smtpd_tls_protocols=TLSv1.2 -o smtpd_tls_ciphers=high -o tls_high_cipherlist=ECDHE-RSA-AES256-GCM-SHA384",
        postfix: "-o smtp_tls_security_level=encrypt -o smtp_tls_mandatory_protocols=TLSv1.2 -o smtp_tls_mandatory_ciphers=high -o tls_high_cipherlist=ECDHE-RSA-AES128-GCM-SHA256",
        exim: "hosts_require_tls = *\n  tls_require_ciphers = NORMAL:-VERS-ALL:+VERS-TLS1.2:-CIPHER-ALL:+AES-128-GCM",
        cause: "cipher-mismatch",
    },
];

/// Whether the programs are here and are asked for; says so where they are not.
fn asked_for() -> bool {
    let wanted = std::env::var_os("MAILTLS_MTA").is_some_and(|value| value == "1");
    let works = |program: &str, args: &[&str]| {
        Command::new(program).args(args).output().is_ok_and(|output| output.status.success())
    };
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
    if wanted && root && works("postconf", &["-d", "mail_version"]) {
        return true;
    }
    eprintln!("NOT RUN: bounces of real mail servers (needs MAILTLS_MTA=1, root, Postfix and OpenSSL)");
    assert!(!wanted, "MAILTLS_MTA=1 asks for mail servers that are not here");
    false
}

/// The `exim4` to use.
fn exim() -> Option<PathBuf> {
    let named = std::env::var_os("MAILTLS_EXIM").map(PathBuf::from);
    named.or_else(|| Some(PathBuf::from("/usr/sbin/exim4"))).filter(|path| path.exists())
}

fn run(command: &mut Command) {
    let output = command.stdin(Stdio::null()).output().expect("the program can be run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command:?}: {said}");
}

/// A Postfix of one's own: stopped when it goes out of scope.
struct Postfix {
    folder: tempfile::TempDir,
    /// Takes mail for delivery.
    entrance: u16,
    /// Where each failure is had, in the order of [`FAILURES`].
    ports: Vec<u16>,
}

impl Postfix {
    fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("mailtls-mta").tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        // Its processes change to other users.
        run(Command::new("chmod").arg("755").arg(folder.path()));
        for name in ["etc", "queue", "data", "mail", "exim"] {
            fs::create_dir(path(name)).expect("a folder");
        }
        run(Command::new("chown").arg("postfix").arg(path("data")));
        run(Command::new("chown").arg("nobody").arg(path("mail")).arg(path("exim")));
        let (key, certificate) = (path("etc/key.pem"), path("etc/certificate.pem"));
        run(Command::new("openssl")
            .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"])
            .args(["-subj", "/CN=mx.fabrikam.example", "-keyout"])
            .arg(&key)
            .arg("-out")
            .arg(&certificate));
        // All are bound at once, so that no port is given out twice.
        let listeners: Vec<TcpListener> =
            (0..=FAILURES.len()).map(|_| TcpListener::bind(("127.0.0.1", 0)).expect("a free port")).collect();
        let mut ports: Vec<u16> =
            listeners.iter().map(|listener| listener.local_addr().expect("an address").port()).collect();
        drop(listeners);
        let entrance = ports.pop().expect("one more port than failures");
        let (top, folder_name) = (folder.path().display(), folder.path().display().to_string());
        let mut transports = String::from("contoso.example keep:\n");
        let mut master = String::from(
            "cleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\ntlsmgr unix - - n 1000? 1 tlsmgr\n\
             rewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\ndefer unix - - n - 0 bounce\n\
             trace unix - - n - 0 bounce\nflush unix n - n 1000? 0 flush\nproxymap unix - - n - - proxymap\n\
             keep unix - n n - - virtual\nanvil unix - - n - 1 anvil\nscache unix - - n - 1 scache\n\
             retry unix - - n - - error\nerror unix - - n - - error\npostlog unix-dgram n - n - 1 postlogd\n",
        );
        let _ = writeln!(master, "127.0.0.1:{entrance} inet n - n - - smtpd");
        for (failure, port) in FAILURES.iter().zip(&ports) {
            let name = failure.name;
            let _ = writeln!(master, "127.0.0.1:{port} inet n - n - - smtpd\n  {}", failure.receiver);
            let _ = writeln!(master, "{name} unix - - n - - smtp\n  {}", failure.postfix);
            let _ = writeln!(transports, "{name}.example {name}:[127.0.0.1]:{port}");
        }
        let main = format!(
            "compatibility_level = 3.6\nqueue_directory = {top}/queue\ndata_directory = {top}/data\n\
             maillog_file_prefixes = {top}\nmaillog_file = {top}/log\ninet_protocols = ipv4\n\
             inet_interfaces = 127.0.0.1\nmyhostname = mail.contoso.example\nmydestination =\n\
             mynetworks = 127.0.0.0/8\nrelay_domains = {}\nvirtual_mailbox_domains = contoso.example\n\
             virtual_mailbox_maps = static:box/\nvirtual_mailbox_base = {top}/mail\n\
             virtual_uid_maps = static:65534\nvirtual_gid_maps = static:65534\nvirtual_minimum_uid = 1\n\
             transport_maps = texthash:{top}/etc/transport\nalias_maps =\nalias_database =\n\
             maximal_queue_lifetime = 0\nbounce_queue_lifetime = 0\nsmtpd_tls_security_level = may\n\
             smtpd_tls_key_file = {}\nsmtpd_tls_cert_file = {}\nsmtp_tls_loglevel = 1\nsmtpd_tls_loglevel = 1\n",
            FAILURES.iter().map(|failure| format!("{}.example", failure.name)).collect::<Vec<_>>().join(" "),
            key.display(),
            certificate.display(),
        );
        for (name, text) in [("main.cf", &main), ("master.cf", &master), ("transport", &transports)] {
            fs::write(path("etc").join(name), text).expect("a configuration can be written");
        }
        run(Command::new("postfix").args(["-c", &format!("{folder_name}/etc"), "start"]));
        Self { folder, entrance, ports }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Hands it a message for `recipient`.
    fn send(&self, recipient: &str) {
        let stream = wait("Postfix to listen", || TcpStream::connect(("127.0.0.1", self.entrance)).ok());
        let mut answers = BufReader::new(stream.try_clone().expect("a second handle")).lines();
        let mut stream = stream;
        let mut answer = move || answers.next().expect("an answer").expect("a line");
        answer();
        for line in [
            "HELO ex01.contoso.example",
            "MAIL FROM:<kim@contoso.example>",
            &format!("RCPT TO:<{recipient}>"),
            "DATA",
            "Subject: hello\r\n\r\nhello\r\n.",
            "QUIT",
        ] {
            write!(stream, "{line}\r\n").expect("the command can be sent");
            let said = answer();
            assert!(said.starts_with(['2', '3']), "{line}: {said}");
        }
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        let stopped = Command::new("postfix").arg("-c").arg(self.path("etc")).arg("stop").output();
        if let Err(error) = stopped {
            eprintln!("Postfix could not be stopped: {error}");
        }
    }
}

/// Waits for `found` to give something.
fn wait<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    for _ in 0..300 {
        if let Some(value) = found() {
            return value;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("waited in vain for {what}");
}

/// What the file holds beyond `seen` bytes.
fn new_part(path: &Path, seen: usize) -> String {
    let text = fs::read(path).unwrap_or_default();
    String::from_utf8_lossy(text.get(seen..).unwrap_or_default()).into_owned()
}

/// What is expected of a text.
enum Expected {
    /// That it names the cause.
    Cause,
    /// That it suspects no more, and names the cause among what fits: the same words stand for several.
    Suspicion,
    /// That it admits not to know, and asks for the log: it does not even speak of TLS.
    Question,
}

/// What is wrong with what is said of `texts`, in a line.
fn judge(failure: &Failure, what: &str, texts: &[&str], expected: &Expected) -> String {
    let report = diagnose(texts.iter().map(|text| ("input", text.as_bytes())), &Options::default());
    let verdict = &report.verdict;
    let (cause, certainty, platform) =
        (verdict.cause.word(), verdict.certainty.word(), verdict.platform.word());
    println!("{} {what}: {cause} {certainty} {platform}", failure.name);
    let asks_for_log = verdict.needs.contains(&Kind::MtaLog);
    let right = match expected {
        Expected::Cause => cause == failure.cause,
        Expected::Suspicion => {
            let fits = verdict.considered.iter().any(|considered| considered.cause.word() == failure.cause);
            certainty == "suspected" && cause != "unknown" && fits && asks_for_log
        }
        Expected::Question => cause == "unknown" && asks_for_log,
    };
    // Neither program reads a registry.
    if right && platform == "openssl" && report.fix.is_none() {
        return String::new();
    }
    format!("{} {what}: {cause} {certainty} {platform}\n{}\n", failure.name, texts.join("\n"))
}

#[test]
fn what_real_servers_write_of_a_failed_handshake_is_read_for_what_it_is() {
    if !asked_for() {
        return;
    }
    let postfix = Postfix::start();
    let log = postfix.path("log");
    let mut wrong = String::new();
    for (bounces_seen, failure) in FAILURES.iter().enumerate() {
        let seen = fs::read(&log).unwrap_or_default().len();
        postfix.send(&format!("lee@{}.example", failure.name));
        let bounce = wait("the bounce of Postfix", || {
            let mut all: Vec<PathBuf> = fs::read_dir(postfix.path("mail/box/new"))
                .ok()?
                .filter_map(|entry| Some(entry.ok()?.path()))
                .collect();
            all.sort_by_key(|path| fs::metadata(path).and_then(|data| data.modified()).ok());
            all.get(bounces_seen).and_then(|path| fs::read_to_string(path).ok())
        });
        // Of a handshake the bounce says that it failed; the log says why.
        let expected = match failure.name {
            "version" | "cipher" => Expected::Suspicion,
            _ => Expected::Cause,
        };
        wrong += &judge(failure, "bounce of Postfix", &[&bounce], &expected);
        let lines = new_part(&log, seen);
        wrong += &judge(failure, "log of Postfix", &[&lines], &Expected::Cause);
        wrong += &judge(failure, "bounce and log of Postfix", &[&bounce, &lines], &Expected::Cause);
    }
    match exim() {
        Some(exim) => wrong += &sent_by_exim(&exim, &postfix),
        None => eprintln!("NOT RUN: bounces of a real Exim (no exim4; MAILTLS_EXIM names one)"),
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Sends a message per failure and judges the bounces and the log.
fn sent_by_exim(exim: &Path, postfix: &Postfix) -> String {
    let top = postfix.path("exim");
    let (mut routers, mut transports) = (String::new(), String::new());
    for (failure, port) in FAILURES.iter().zip(&postfix.ports) {
        let (name, settings) = (failure.name, failure.exim);
        let _ = write!(
            routers,
            "{name}:\n  driver = manualroute\n  domains = {name}.example\n  \
             route_list = * 127.0.0.1::{port}\n  self = send\n  transport = {name}\n"
        );
        let _ = write!(transports, "{name}:\n  driver = smtp\n  {settings}\n");
    }
    let shown = top.display();
    let configuration = format!(
        "primary_hostname = mail.contoso.example\nexim_path = {}\nexim_user = nobody\nexim_group = nogroup\nspool_directory = {shown}/spool\n\
         log_file_path = {shown}/%slog\nkeep_environment =\n\
         begin routers\nback:\n  driver = accept\n  domains = contoso.example\n  transport = back\n{routers}\
         begin transports\nback:\n  driver = appendfile\n  file = {shown}/bounces\n  user = nobody\n{transports}",
        exim.display()
    );
    let file = top.join("exim.conf");
    fs::write(&file, configuration).expect("a configuration can be written");
    let mut wrong = String::new();
    for failure in FAILURES {
        let bounces = top.join("bounces");
        let seen = fs::read(&bounces).unwrap_or_default().len();
        let mut child = Command::new(exim)
            .arg("-C")
            .arg(&file)
            .args(["-odi", "-f", "kim@contoso.example"])
            .arg(format!("lee@{}.example", failure.name))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("Exim can be run");
        let mut input = child.stdin.take().expect("an input");
        input.write_all(b"From: kim@contoso.example\nSubject: hello\n\nhello\n").expect("a message");
        drop(input);
        // With a configuration of one's own it delivers without privileges and logs to standard error.
        let output = child.wait_with_output().expect("Exim ends");
        let lines = String::from_utf8_lossy(&output.stderr).into_owned();
        let bounce = wait("the bounce of Exim", || {
            Some(new_part(&bounces, seen)).filter(|bounce| bounce.contains("Final-Recipient"))
        });
        // Exim returns what the other side said, and of its own failures that it gave up.
        let expected = if failure.name == "demanded" { Expected::Cause } else { Expected::Question };
        wrong += &judge(failure, "bounce of Exim", &[&bounce], &expected);
        wrong += &judge(failure, "log of Exim", &[&lines], &Expected::Cause);
        wrong += &judge(failure, "bounce and log of Exim", &[&bounce, &lines], &Expected::Cause);
    }
    wrong
}
