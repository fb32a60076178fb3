//! Shows a report to a mail administrator and hands over the `.reg` file: the page, and the worker it starts.
//!
//! The same module is both: it is compiled once, and what it finds itself in decides what it becomes.

mod browser;
mod collect;
mod compare;
mod components;
mod document;
mod engine;
mod exchange;
mod logs;
mod numbers;
mod outline;
mod redact;
mod samples;
mod state;
mod words;
mod zip;

fn main() {
    if browser::in_worker() {
        engine::host::start();
    } else if let Some(root) = browser::root() {
        yew::Renderer::<components::app::App>::with_root(root).render();
    }
}
