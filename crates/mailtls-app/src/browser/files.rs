//! Files that were chosen, dropped or pasted. The browser keeps them; the page knows their numbers.

use crate::state::{Content, KeptFile};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DataTransfer, Event, File, FileList, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry, HtmlInputElement,
};

thread_local! {
    static KEPT: RefCell<(u32, BTreeMap<u32, Blob>)> = const { RefCell::new((0, BTreeMap::new())) };
}

/// Keeps a file under a number of its own.
fn keep(file: &File, name: String) -> KeptFile {
    let handle = KEPT.with(|kept| {
        let (last, files) = &mut *kept.borrow_mut();
        *last += 1;
        files.insert(*last, file.clone().into());
        *last
    });
    KeptFile { handle, name, size: crate::numbers::count(file.size()) }
}

/// Forgets files.
pub(crate) fn drop_files(handles: &[u32]) {
    KEPT.with(|kept| kept.borrow_mut().1.retain(|handle, _| !handles.contains(handle)));
}

/// The bytes of a document as the browser hands them out in slices.
pub(crate) fn blob(content: &Content) -> Option<Blob> {
    match content {
        Content::Held(bytes) => {
            Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(&bytes[..]))).ok()
        }
        Content::File(handle) => KEPT.with(|kept| kept.borrow().1.get(handle).cloned()),
    }
}

/// All bytes of a kept file.
pub(crate) async fn bytes(handle: u32) -> Option<Rc<[u8]>> {
    let blob = blob(&Content::File(handle))?;
    let buffer: ArrayBuffer = JsFuture::from(blob.array_buffer()).await.ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec().into())
}

/// Keeps what was chosen in a file input, and empties it so that the same file can be chosen again.
pub(crate) fn chosen(event: &Event) -> Vec<KeptFile> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = input.files().map(|files| keep_all(&files)).unwrap_or_default();
    input.set_value("");
    files
}

fn keep_all(files: &FileList) -> Vec<KeptFile> {
    let kept = (0..files.length()).filter_map(|index| files.get(index));
    kept.map(|file| keep(&file, name_of(&file))).collect()
}

/// The path below the chosen folder, where a folder was chosen: two servers may use one file name.
fn name_of(file: &File) -> String {
    let path = js_sys::Reflect::get(file, &"webkitRelativePath".into());
    path.ok().and_then(|path| path.as_string()).filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
}

/// Whether files hang on a drag or a paste.
pub(crate) fn has_files(transfer: &DataTransfer) -> bool {
    transfer.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
}

/// Keeps what was dropped, folders walked.
pub(crate) async fn dropped(transfer: &DataTransfer) -> Vec<KeptFile> {
    let items = transfer.items();
    // Entries must be taken before the first pause: afterwards the list is empty. On a page opened from disk
    // Chromium refuses to open an entry, but hands out the dropped file itself.
    let entries: Vec<(FileSystemEntry, Option<File>)> = (0..items.length())
        .filter_map(|index| items.get(index))
        .filter_map(|item| Some((item.webkit_get_as_entry().ok()??, item.get_as_file().ok().flatten())))
        .collect();
    if entries.is_empty() {
        return transfer.files().map(|files| keep_all(&files)).unwrap_or_default();
    }
    let mut kept = Vec::new();
    let mut waiting = entries;
    waiting.reverse();
    while let Some((entry, file)) = waiting.pop() {
        let path = entry.full_path().trim_start_matches('/').to_owned();
        if entry.is_directory() {
            let mut inside = children(entry.unchecked_ref()).await;
            mailtls_core::order::sort_by_key(&mut inside, |entry| std::cmp::Reverse(entry.name()));
            waiting.extend(inside.into_iter().map(|entry| (entry, None)));
        } else if let Some(file) = file {
            kept.push(keep(&file, path));
        } else if let Some(file) = file_of(entry.unchecked_ref()).await {
            kept.push(keep(&file, path));
        }
    }
    kept
}

/// A callback interface of the browser as a promise: `start` is given what to call on success and on failure.
async fn called_back(start: impl FnOnce(&js_sys::Function, &js_sys::Function)) -> Result<JsValue, JsValue> {
    let mut start = Some(start);
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        if let Some(start) = start.take() {
            start(&resolve, &reject);
        }
    });
    JsFuture::from(promise).await
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let found = called_back(|resolve, reject| entry.file_with_callback_and_callback(resolve, reject)).await;
    found.ok()?.dyn_into().ok()
}

async fn children(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        // A reader gives at most a hundred entries a time, and an empty list at the end.
        let found = called_back(|resolve, reject| {
            // A refusal leaves the folder as far as it was read.
            drop(reader.read_entries_with_callback_and_callback(resolve, reject));
        });
        let Ok(found) = found.await else { return all };
        let found = Array::from(&found);
        if found.length() == 0 {
            return all;
        }
        all.extend(found.iter().filter_map(|entry| entry.dyn_into::<FileSystemEntry>().ok()));
    }
}

/// What a paste brings: files, or text.
pub(crate) enum Pasted {
    /// Files, kept.
    Files(Vec<KeptFile>),
    /// Text.
    Text(String),
    /// Neither.
    Nothing,
}

/// What a paste brings.
pub(crate) fn pasted(event: &Event) -> Pasted {
    let Some(transfer) =
        event.dyn_ref::<web_sys::ClipboardEvent>().and_then(web_sys::ClipboardEvent::clipboard_data)
    else {
        return Pasted::Nothing;
    };
    let text = transfer.get_data("text/plain").unwrap_or_default();
    if !text.is_empty() {
        return Pasted::Text(text);
    }
    match transfer.files() {
        Some(files) if files.length() > 0 => Pasted::Files(keep_all(&files)),
        Some(_) | None => Pasted::Nothing,
    }
}
