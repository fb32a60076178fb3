//! The words of the public surface. Each has one spelling, used in JSON, on the command line and on the page.

/// Declares an enum together with its public spellings.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum $name { $($(#[$vmeta])* #[cfg_attr(feature = "serde", serde(rename = $word))] $variant,)+ }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The public spelling.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The value with this public spelling, in any letter case.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word().eq_ignore_ascii_case(word))
            }
        }

        impl crate::wire::Wire for $name {
            fn put(&self, out: &mut Vec<u8>) {
                let at = Self::ALL.iter().position(|known| known == self).unwrap_or(Self::ALL.len());
                (at as u64).put(out);
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                Self::ALL.get(usize::try_from(u64::take(from)?).ok()?).copied()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.word())
            }
        }
    };
}

words! {
    /// The root cause of the failure.
    Cause {
        /// The far side no longer speaks TLS 1.0/1.1 and ours speaks nothing newer.
        TlsVersion = "tls-version",
        /// Both speak TLS 1.2 and share no cipher suite.
        CipherMismatch = "cipher-mismatch",
        /// One side does not accept the other's certificate.
        Certificate = "certificate",
        /// The server's own certificate or key cannot be used.
        Credentials = "credentials",
        /// STARTTLS was not offered, or was removed on the way.
        StarttlsStripped = "starttls-stripped",
        /// The receiver, or our own connector, demands TLS and got none.
        StarttlsRequired = "starttls-required",
        /// No answer, refused or unreachable.
        NetworkTimeout = "network-timeout",
        /// The connection was cut, and not by a handshake.
        ConnectionReset = "connection-reset",
        /// The name could not be resolved.
        Dns = "dns",
        /// Authentication between servers, or of a client.
        Auth = "auth",
        /// Recipient, size, quota, spam, attribution: the receiver's rules.
        Policy = "policy",
        /// The input shows no failure.
        None = "none",
        /// The input shows a failure and cannot say why.
        Unknown = "unknown",
    }
}

words! {
    /// What the evidence carries, apart from how bad it is. Ordered from weak to strong.
    Certainty {
        /// The text fits, and so do other causes.
        Suspected = "suspected",
        /// The evidence points here.
        Likely = "likely",
        /// Direct proof.
        Certain = "certain",
    }
}

words! {
    /// Seen from the server on premises.
    Direction {
        /// It sends: Schannel `Client` keys decide.
        Outbound = "outbound",
        /// It receives: Schannel `Server` keys decide.
        Inbound = "inbound",
        /// Both ways.
        Both = "both",
        /// The evidence does not say.
        Unknown = "unknown",
    }
}

impl Direction {
    /// The direction that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unknown, known) | (known, Self::Unknown) => known,
            (one, two) if one == two => one,
            (Self::Outbound | Self::Inbound | Self::Both, _) => Self::Both,
        }
    }

    /// Whether something known of `self` also speaks about `other`.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self == other || self == Self::Both
    }
}

words! {
    /// What a finding does to mail flow. Ordered from harmless to bad.
    Severity {
        /// Worth knowing.
        Note = "note",
        /// Will or may hurt.
        Warning = "warning",
        /// Stops mail.
        Error = "error",
    }
}

words! {
    /// What an input, or a part of one, is.
    Kind {
        /// A bounce: raw MIME or its text.
        Ndr = "ndr",
        /// Queue Viewer, `Get-Queue`, message trace, message tracking.
        Queue = "queue",
        /// SMTP Send Protocol Log.
        SmtpSendLog = "smtp-send-log",
        /// SMTP Receive Protocol Log.
        SmtpReceiveLog = "smtp-receive-log",
        /// A `.reg` file, or a listing of registry values.
        Reg = "reg",
        /// Windows events.
        EventLog = "event-log",
        /// The log of another mail server.
        MtaLog = "mta-log",
        /// Anything else.
        Text = "text",
    }
}

words! {
    /// Whose TLS stack failed.
    Platform {
        /// Windows: the `.reg` file is a remedy for this one alone.
        Schannel = "schannel",
        /// OpenSSL, `LibreSSL`, `GnuTLS` and their users.
        Openssl = "openssl",
        /// Java.
        Java = "java",
        /// The evidence does not say.
        Unknown = "unknown",
    }
}

words! {
    /// The Windows Server release the defaults are taken from. Ordered by age.
    Os {
        /// Windows Server 2008 SP2.
        Ws2008 = "2008",
        /// Windows Server 2008 R2 SP1, and Windows 7.
        Ws2008R2 = "2008R2",
        /// Windows Server 2012.
        Ws2012 = "2012",
        /// Windows Server 2012 R2.
        Ws2012R2 = "2012R2",
        /// Windows Server 2016.
        Ws2016 = "2016",
        /// Windows Server 2019.
        Ws2019 = "2019",
        /// Windows Server 2022.
        Ws2022 = "2022",
        /// Windows Server 2025.
        Ws2025 = "2025",
    }
}

words! {
    /// How much a fix changes.
    Profile {
        /// TLS 1.2 on, both roles, both values; only what differs.
        Minimal = "minimal",
        /// And the .NET and WinHTTP values, marked as not needed for SMTP.
        Recommended = "recommended",
        /// And TLS 1.0, TLS 1.1 and SSL off.
        Strict = "strict",
    }
}

words! {
    /// How well a fact is founded. Ordered from weak to strong.
    Grade {
        /// From memory, unconfirmed.
        M = "M",
        /// Derived from other facts, not seen written down.
        D = "D",
        /// A secondary public listing.
        C = "C",
        /// A public log, forum, corpus or third-party test suite.
        B = "B",
        /// Vendor or standards text, or vendor source code.
        A = "A",
    }
}

impl Grade {
    /// The strongest certainty a finding that rests on this grade may carry.
    #[must_use]
    pub const fn cap(self) -> Certainty {
        match self {
            Self::M | Self::D => Certainty::Likely,
            Self::C | Self::B | Self::A => Certainty::Certain,
        }
    }
}
