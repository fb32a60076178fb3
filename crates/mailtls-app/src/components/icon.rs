//! Line icons, drawn here so that the page needs no font and no picture.

use mailtls_core::vocabulary::Severity;
use yew::{Html, html};

/// A picture beside a word, never instead of one.
#[derive(Clone, Copy)]
pub(crate) enum Icon {
    /// A cross in a circle.
    Error,
    /// A triangle.
    Warning,
    /// An i in a circle.
    Note,
    /// A tick in a circle.
    Good,
    /// A question mark in a circle.
    Unsure,
    /// A padlock.
    Lock,
    /// A sheet of paper.
    Document,
    /// An arrow down into a tray.
    Download,
    /// Two sheets.
    Copy,
    /// An arrow up.
    Up,
    /// A cross.
    Close,
    /// A pen.
    Pen,
    /// An arrow to the left.
    Back,
    /// An arrow to the right.
    Next,
}

impl Icon {
    /// The picture of a severity.
    pub(crate) const fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Error => "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16M7 7l6 6m0-6-6 6",
            Self::Warning => "M10 3 2.5 16.5h15zM10 8v4.5m0 1.6v.4",
            Self::Note => "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16m0 7v5m0-8.4v.4",
            Self::Good => "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16M6.5 10.3l2.4 2.4 4.6-5",
            Self::Unsure => {
                "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16M7.8 8a2.2 2.2 0 1 1 3 2c-.6.3-.8.7-.8 1.5m0 2.4v.4"
            }
            Self::Lock => "M5 9h10v8H5zm2 0V6a3 3 0 0 1 6 0v3",
            Self::Document => "M5 2h7l3 3v13H5zm7 0v3h3",
            Self::Download => "M10 3v9m-4-3.5 4 4 4-4M4 16.5h12",
            Self::Copy => "M7 7h9v10H7zM4 13V3h9",
            Self::Up => "M10 16V4M5 9l5-5 5 5",
            Self::Close => "m5 5 10 10m0-10L5 15",
            Self::Pen => "m4 16 1-4 8-8 3 3-8 8z",
            Self::Back => "m12 4-6 6 6 6",
            Self::Next => "m8 4 6 6-6 6",
        }
    }
}

/// Draws it.
pub(crate) fn icon(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d={icon.path()} />
        </svg>
    }
}
