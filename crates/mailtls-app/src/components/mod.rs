//! The parts of the page: each takes the model and a way to act, and returns markup.

pub(crate) mod app;
mod compare;
mod evidence;
mod findings;
mod fix;
mod fleet;
mod icon;
mod input;
mod later;
mod panels;
mod progress;
mod registry;
mod smtp;
mod verdict;

use crate::browser;
use crate::state::{Action, Model};
use crate::words;
use std::rc::Rc;
use yew::{Callback, Html, Properties, html};

/// What every part is given.
#[derive(Clone, Properties)]
pub(crate) struct View {
    /// What the page knows.
    pub(crate) model: Rc<Model>,
    /// Where actions go.
    pub(crate) act: Callback<Action>,
}

impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model) && self.act == other.act
    }
}

impl View {
    /// A callback that sends one action, whatever the event.
    pub(crate) fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// The sentence under `id`.
    pub(crate) fn say(&self, id: &str) -> String {
        self.model.say(id)
    }

    /// A count as the language of the page writes it.
    pub(crate) fn number(&self, number: u64) -> String {
        browser::number(self.model.lang, number)
    }

    /// A sentence that says how many.
    pub(crate) fn count(&self, id: &str, count: usize) -> String {
        self.model.say_with(id, &[("count", &self.number(count as u64))])
    }

    /// A size as the language of the page writes it.
    pub(crate) fn size(&self, bytes: u64) -> String {
        let (tenths, unit) = words::size(bytes);
        format!("{} {unit}", browser::decimal(self.model.lang, tenths))
    }
}

/// Text with what stands between backticks set as code.
pub(crate) fn rich(text: &str) -> Html {
    let piece = |(index, piece): (usize, &str)| {
        if index % 2 == 1 {
            html! { <code><bdi dir="ltr">{ piece }</bdi></code> }
        } else {
            html! { { piece } }
        }
    };
    text.split('`').enumerate().map(piece).collect()
}
