//! What the page asks of the browser. Beside `engine`, the only place that names `web_sys`.

pub(crate) mod embed;
pub(crate) mod files;

use crate::numbers;
use crate::state::{Download, Theme};
use js_sys::{Array, Function, Promise, Uint8Array};
use mailtls_core::decode::Decoder;
use mailtls_text::Lang;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, Document, Element, Event, HtmlAnchorElement,
    HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent,
    ScrollIntoViewOptions, ScrollLogicalPosition, TextDecoder, Url, Window,
};
use yew::NodeRef;

/// Whether this is the worker and not the page.
pub(crate) fn in_worker() -> bool {
    js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>().is_ok()
}

/// The window.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

#[wasm_bindgen]
extern "C" {
    /// The boot script's: the element that stands for the whole page where we are a guest in a shadow root,
    /// `null` where the page is ours.
    #[wasm_bindgen(js_namespace = mailtlsBoot, js_name = place, catch)]
    fn place() -> Result<Option<HtmlElement>, JsValue>;

    /// The boot script's: the text of the file this page was made of. Fails where we are a guest.
    #[wasm_bindgen(js_namespace = mailtlsBoot, js_name = file, catch)]
    fn file_text() -> Result<String, JsValue>;
}

/// The SHA-256 of the file this page was made of.
pub(crate) fn sum_of_file() -> Option<String> {
    file_text().ok().map(|text| mailtls_text::sha256(text.as_bytes()))
}

/// The element that stands for the whole page where we are a guest on a page of others.
pub(crate) fn guest_in() -> Option<HtmlElement> {
    place().ok().flatten()
}

/// The first element of ours that matches.
fn find(selector: &str) -> Option<Element> {
    match guest_in() {
        Some(place) => place.query_selector(selector).ok()?,
        None => document()?.query_selector(selector).ok()?,
    }
}

/// What may hold an element for a moment.
fn ground() -> Option<HtmlElement> {
    guest_in().or_else(|| document()?.body())
}

/// Where the page goes.
pub(crate) fn root() -> Option<Element> {
    find("#app")
}

/// The browser's decoder for encodings `core` does not know.
pub(crate) struct BrowserDecoder;

impl Decoder for BrowserDecoder {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
    }
}

/// What an exception says.
pub(crate) fn message_of(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_else(|| format!("{error:?}")),
    }
}

/// Gives the thread back for a moment.
pub(crate) async fn pause() {
    sleep(0).await;
}

/// Waits.
pub(crate) async fn sleep(milliseconds: u32) {
    let wait = Promise::new(&mut |resolve, _| {
        let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        if let Some(window) = window() {
            // Setting a timer does not fail; without one the wait would be endless, and is skipped.
            drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds));
        } else {
            drop(resolve.call0(&JsValue::UNDEFINED));
        }
    });
    // A timer's promise is never rejected.
    drop(JsFuture::from(wait).await);
}

/// How many processors the machine tells of.
pub(crate) fn processors() -> u64 {
    window().map_or(1, |window| numbers::count(window.navigator().hardware_concurrency()))
}

/// A word from the address: `#name=…` or `?name=…`.
pub(crate) fn address_word(name: &str) -> Option<String> {
    if let Some(place) = guest_in() {
        return place.get_attribute(&format!("data-word-{name}"));
    }
    let location = window()?.location();
    let hash = location.hash().unwrap_or_default();
    let search = location.search().unwrap_or_default();
    let words = hash.trim_start_matches('#').split('&').chain(search.trim_start_matches('?').split('&'));
    let found = words.filter_map(|word| match word.split_once('=') {
        Some((key, value)) => (key == name).then(|| value.to_owned()),
        None => (word == name).then(String::new),
    });
    found.into_iter().next()
}

/// The languages the user prefers, best first.
pub(crate) fn preferred_languages() -> Vec<String> {
    let Some(window) = window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Whether the page is shown on another one.
pub(crate) fn framed() -> bool {
    guest_in().is_some()
        || window().is_some_and(|window| match window.parent() {
            Ok(Some(parent)) => !js_sys::Object::is(&parent, &window),
            Ok(None) => false,
            Err(_) => true,
        })
}

/// Whether the page was served, and with it what lies beside it; a file on disk lies alone.
pub(crate) fn served() -> bool {
    let scheme = window().and_then(|window| window.location().protocol().ok());
    scheme.is_some_and(|scheme| scheme.starts_with("http"))
}

/// Sets language, direction and colours on the page itself.
pub(crate) fn dress(lang: Lang, theme: Theme, embedded: bool, compact: bool) {
    let own = || document()?.document_element();
    let Some(html) = guest_in().map(Element::from).or_else(own) else { return };
    for (name, value) in [
        ("lang", lang.tag()),
        ("dir", lang.dir()),
        ("data-theme", theme.word()),
        ("data-embedded", if embedded { "yes" } else { "no" }),
        ("data-compact", if compact { "yes" } else { "no" }),
    ] {
        // A valid name on an element of the page.
        drop(html.set_attribute(name, value));
    }
}

/// Sets the title of the page, if it is ours.
pub(crate) fn title(title: &str) {
    if let (None, Some(document)) = (guest_in(), document()) {
        document.set_title(title);
    }
}

/// What a `meta` element of the page says.
pub(crate) fn meta(selector: &str) -> Option<String> {
    find(selector)?.get_attribute("content")
}

/// The policy the page runs under.
pub(crate) fn policy() -> Option<String> {
    meta("meta[http-equiv='Content-Security-Policy']")
}

/// The version of this build and its day.
pub(crate) fn version() -> (String, String) {
    let version =
        meta("meta[name='mailtls-version']").unwrap_or_else(|| env!("CARGO_PKG_VERSION").to_owned());
    (version, meta("meta[name='mailtls-date']").unwrap_or_default())
}

/// Whether the rules of this page are older than a year by the clock of this computer: their day, if so.
pub(crate) fn stale() -> Option<String> {
    const YEAR: f64 = 366.0 * 24.0 * 60.0 * 60.0 * 1000.0;
    let (_, date) = version();
    // Without a date, or with one nobody can read, the comparison is false.
    (js_sys::Date::now() - js_sys::Date::parse(&date) > YEAR).then_some(date)
}

/// Milliseconds by the clock of this computer.
pub(crate) fn elapsed() -> u64 {
    numbers::count(js_sys::Date::now())
}

/// A number as the language writes it.
pub(crate) fn number(lang: Lang, number: u64) -> String {
    // No language groups these, and asking the browser for each cell of a table takes its time.
    if number < 1_000 {
        return number.to_string();
    }
    String::from(js_sys::Number::from(numbers::float(number)).to_locale_string(lang.tag()))
}

/// A number given in tenths, as the language writes it.
pub(crate) fn decimal(lang: Lang, tenths: u64) -> String {
    String::from(js_sys::Number::from(numbers::float(tenths) / 10.0).to_locale_string(lang.tag()))
}

/// A day given as `2026-11-24`, as the language writes it.
pub(crate) fn date(lang: Lang, day: &str) -> String {
    let date = js_sys::Date::new(&day.into());
    if date.get_time().is_nan() {
        return day.to_owned();
    }
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeZone", "UTC")] {
        // Setting a property of a fresh object does not fail.
        drop(js_sys::Reflect::set(&options, &name.into(), &value.into()));
    }
    String::from(date.to_locale_date_string(lang.tag(), &options))
}

/// Opens a folded part of the page and puts the focus on its head.
pub(crate) fn unfold(id: &str) {
    if let Some(element) = find(&format!("#{id}")) {
        // A valid name on an element of the page.
        drop(element.set_attribute("open", ""));
        if let Ok(Some(head)) = element.query_selector("summary")
            && let Ok(head) = head.dyn_into::<HtmlElement>()
        {
            // Only an element that is gone refuses focus.
            drop(head.focus());
        }
    }
}

/// Puts text on the clipboard; tells whether the browser allowed it.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_object())
        && JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_the_old_way(text).unwrap_or(false)
}

/// Frames without the clipboard permission still copy what is selected during a click.
fn copy_the_old_way(text: &str) -> Option<bool> {
    let document = document()?;
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_class_name("visually-hidden");
    let focused = document.active_element();
    // Under an open dialog nothing outside of it can be selected.
    let dialog = find("dialog[open]").map(web_sys::Node::from);
    dialog.or_else(|| ground().map(web_sys::Node::from))?.append_child(&area).ok()?;
    area.select();
    let command = js_sys::Reflect::get(&document, &"execCommand".into()).ok()?;
    let copied = command.dyn_ref::<Function>()?.call1(&document, &"copy".into());
    area.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Only an element that is gone refuses focus.
        drop(focused.focus());
    }
    Some(copied.ok()?.as_bool().unwrap_or(false))
}

/// Hands a file to the browser.
pub(crate) fn download(file: &Download) -> Option<()> {
    let bag = BlobPropertyBag::new();
    bag.set_type(file.mime);
    let parts = Array::of1(&Uint8Array::from(file.bytes.as_slice()));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &bag).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(&file.name);
    ground()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    wasm_bindgen_futures::spawn_local(async move {
        sleep(10_000).await;
        // Refused only where it was already given back.
        drop(Url::revoke_object_url(&url));
    });
    Some(())
}

/// The text of the field an event came from.
pub(crate) fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
}

/// Whether a key was meant for a field, or for a dialog, and not for the page.
pub(crate) fn typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| {
        ["INPUT", "TEXTAREA", "SELECT"].contains(&element.tag_name().as_str())
            || element.has_attribute("contenteditable")
    })
}

/// Opens the file dialog of an input.
pub(crate) fn click(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        element.click();
    }
}

/// Puts the focus on the element with this id.
pub(crate) fn focus(id: &str) {
    if let Some(element) = find(&format!("#{id}")).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        // A heading takes the focus only when it is told that it can.
        if element.tab_index() < 0 && !element.has_attribute("tabindex") {
            element.set_tab_index(-1);
        }
        // Only an element that is gone refuses focus.
        drop(element.focus());
    }
}

/// Brings the first element that matches into view, without taking the focus.
pub(crate) fn reveal(selector: &str) {
    let Some(element) = find(selector) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings a row of fixed height into the middle of a scrolling element, which stays where it is.
pub(crate) fn scroll_to_row(node: &NodeRef, row: usize, row_height: f64) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let middle = numbers::float(row as u64) * row_height - f64::from(element.client_height()) / 2.0;
        element.set_scroll_top(numbers::pixels(middle.max(0.0)));
    }
}

/// Brings an element inside a scrolling element into its middle, without scrolling the page.
pub(crate) fn scroll_within(node: &NodeRef, selector: &str) {
    let Some(outer) = node.cast::<HtmlElement>() else { return };
    let Ok(Some(inner)) = outer.query_selector(selector) else { return };
    let (frame, place) = (outer.get_bounding_client_rect(), inner.get_bounding_client_rect());
    let by = place.top() - frame.top() - (frame.height() - place.height()) / 2.0;
    outer.set_scroll_top(outer.scroll_top() + numbers::pixels(by));
}

/// How far an element is scrolled, and how high it is, in CSS pixels.
pub(crate) fn scrolled(node: &NodeRef) -> (i32, i32) {
    node.cast::<HtmlElement>().map_or((0, 0), |element| (element.scroll_top(), element.client_height()))
}

/// Sets the height of an element, which the page's policy forbids in markup.
pub(crate) fn set_height(node: &NodeRef, pixels: u64) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // A valid property with a valid value.
        drop(element.style().set_property("block-size", &format!("{pixels}px")));
    }
}

/// Opens a dialog over the page.
pub(crate) fn show_dialog(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        // Refused only where it is open already.
        drop(dialog.show_modal());
    }
}

/// Prints the page.
pub(crate) fn print() {
    if let Some(window) = window() {
        // Refused in a sandbox without `allow-modals`; the page then stays as it is.
        drop(window.print());
    }
}

/// Calls back on every event of this name at the window, for as long as the page lives.
pub(crate) fn on_window<E: wasm_bindgen::convert::FromWasmAbi + 'static>(
    name: &str,
    call: impl Fn(E) + 'static,
) {
    let listener = Closure::<dyn Fn(E)>::new(call);
    if let Some(window) = window() {
        // A function as a listener is always taken.
        drop(window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()));
    }
    listener.forget();
}
