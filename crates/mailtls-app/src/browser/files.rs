//! Files that were chosen, dropped or pasted. The browser keeps them; the page knows their numbers.

use crate::numbers;
use crate::state::{Content, KeptFile};
use crate::zip;
use js_sys::{Array, ArrayBuffer, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DataTransfer, Event, File, FileList, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry, HtmlInputElement,
};

thread_local! {
    static KEPT: RefCell<(u32, BTreeMap<u32, Kept>)> = const { RefCell::new((0, BTreeMap::new())) };
}

/// Bytes the browser keeps.
#[derive(Clone)]
struct Kept {
    blob: Blob,
    /// How they are packed, in the browser's word; `None` where they are not.
    packed: Option<&'static str>,
}

/// What is unpacked at a time, before it grows: little enough that the page answers in between.
const PACKED_STEP: u64 = 32 << 10;
/// The most files taken out of one archive.
const ENTRIES: usize = 4096;

/// Keeps a file under a number of its own.
fn keep(file: &File, name: String) -> KeptFile {
    let size = numbers::count(file.size());
    keep_as(Kept { blob: file.clone().into(), packed: None }, name, size)
}

fn keep_as(kept: Kept, name: String, size: u64) -> KeptFile {
    let handle = KEPT.with(|all| {
        let (last, files) = &mut *all.borrow_mut();
        *last += 1;
        files.insert(*last, kept);
        *last
    });
    KeptFile { handle, name, size }
}

/// Forgets files.
pub(crate) fn drop_files(handles: &[u32]) {
    KEPT.with(|kept| kept.borrow_mut().1.retain(|handle, _| !handles.contains(handle)));
}

/// The bytes of a document, one piece after the other. `None` where they were forgotten.
pub(crate) fn open(content: &Content) -> Option<Reader> {
    let kept = match content {
        Content::Held(bytes) => {
            let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(&bytes[..]))).ok()?;
            Kept { blob, packed: None }
        }
        Content::File(handle) => KEPT.with(|kept| kept.borrow().1.get(handle).cloned())?,
    };
    let unpacking = match kept.packed {
        Some(form) => Some(Unpacking::begin(&kept.blob, form)?),
        None => None,
    };
    Some(Reader { blob: kept.blob, done: 0, unpacking })
}

/// The same from `from` to `to` alone. `None` of what is packed, which has only one beginning.
pub(crate) fn open_part(content: &Content, from: u64, to: u64) -> Option<Reader> {
    let reader = open(content).filter(|reader| reader.unpacking.is_none())?;
    let blob = reader.blob.slice_with_f64_and_f64(numbers::float(from), numbers::float(to)).ok()?;
    Some(Reader { blob, ..reader })
}

/// See [`open`].
pub(crate) struct Reader {
    blob: Blob,
    done: u64,
    unpacking: Option<Unpacking>,
}

impl Reader {
    /// The next bytes, about `step` of them; `None` at the end.
    pub(crate) async fn next(&mut self, step: u64) -> Result<Option<ArrayBuffer>, JsValue> {
        if let Some(unpacking) = &mut self.unpacking {
            let bytes = unpacking.next(step).await?;
            self.done += bytes.as_ref().map_or(0, |bytes| u64::from(bytes.byte_length()));
            return Ok(bytes);
        }
        let end = (self.done + step).min(numbers::count(self.blob.size()));
        if end <= self.done {
            return Ok(None);
        }
        let bytes = read(&self.blob, self.done, end).await?;
        self.done = end;
        Ok(Some(bytes))
    }

    /// How many bytes were given out.
    pub(crate) fn done(&self) -> u64 {
        self.done
    }
}

async fn read(blob: &Blob, from: u64, to: u64) -> Result<ArrayBuffer, JsValue> {
    let piece = blob.slice_with_f64_and_f64(numbers::float(from), numbers::float(to))?;
    JsFuture::from(piece.array_buffer()).await?.dyn_into()
}

/// The bytes from `from` to `to`, or to the end. What is packed is unpacked from its beginning.
pub(crate) async fn slice(content: &Content, from: u64, to: u64) -> Option<ArrayBuffer> {
    const STEP: u64 = 1 << 20;
    let mut reader = open(content)?;
    if reader.unpacking.is_none() {
        return read(&reader.blob, from, to).await.ok();
    }
    let mut wanted = Vec::new();
    while let Ok(Some(bytes)) = reader.next(STEP).await {
        let bytes = Uint8Array::new(&bytes).to_vec();
        let begin = reader.done() - bytes.len() as u64;
        let at = |offset: u64| {
            usize::try_from(offset.saturating_sub(begin)).unwrap_or(usize::MAX).min(bytes.len())
        };
        wanted.extend_from_slice(bytes.get(at(from)..at(to)).unwrap_or_default());
        if reader.done() >= to {
            break;
        }
    }
    Some(Uint8Array::from(&wanted[..]).buffer())
}

/// All bytes of a kept file.
pub(crate) async fn bytes(handle: u32) -> Option<Rc<[u8]>> {
    let mut reader = open(&Content::File(handle))?;
    let mut all = Vec::new();
    while let Some(bytes) = reader.next(1 << 20).await.ok()? {
        all.extend(Uint8Array::new(&bytes).to_vec());
    }
    Some(all.into())
}

#[wasm_bindgen]
extern "C" {
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(form: &str) -> Result<DecompressionStream, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> Stream;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> Stream;

    type Stream;
    #[wasm_bindgen(method, js_name = getReader)]
    fn reader(this: &Stream) -> StreamEnd;
    #[wasm_bindgen(method, js_name = getWriter)]
    fn writer(this: &Stream) -> StreamEnd;

    type StreamEnd;
    #[wasm_bindgen(method)]
    fn read(this: &StreamEnd) -> Promise;
    #[wasm_bindgen(method)]
    fn write(this: &StreamEnd, chunk: &JsValue) -> Promise;
    #[wasm_bindgen(method)]
    fn close(this: &StreamEnd) -> Promise;
    #[wasm_bindgen(method)]
    fn cancel(this: &StreamEnd) -> Promise;
}

/// Packed bytes on their way through the browser's own unpacker. Given up when dropped.
struct Unpacking {
    reader: StreamEnd,
    over: bool,
}

impl Drop for Unpacking {
    fn drop(&mut self) {
        if !self.over {
            // The writing side ends with it; nobody waits for that.
            let given_up = JsFuture::from(self.reader.cancel());
            wasm_bindgen_futures::spawn_local(async move { drop(given_up.await) });
        }
    }
}

impl Unpacking {
    fn begin(blob: &Blob, form: &str) -> Option<Self> {
        let stream = DecompressionStream::new(form).ok()?;
        let (reader, writer) = (stream.readable().reader(), stream.writable().writer());
        let blob = blob.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let size = numbers::count(blob.size());
            let mut at = 0;
            while at < size {
                let end = (at + PACKED_STEP).min(size);
                let Ok(bytes) = read(&blob, at, end).await else { break };
                // Refused where the bytes are damaged or nobody reads any more: the reader is told.
                if JsFuture::from(writer.write(&Uint8Array::new(&bytes))).await.is_err() {
                    return;
                }
                at = end;
            }
            // The same.
            drop(JsFuture::from(writer.close()).await);
        });
        Some(Self { reader, over: false })
    }

    async fn next(&mut self, step: u64) -> Result<Option<ArrayBuffer>, JsValue> {
        let mut bytes: Vec<u8> = Vec::new();
        while !self.over && (bytes.len() as u64) < step {
            let piece = JsFuture::from(self.reader.read()).await.inspect_err(|_| self.over = true)?;
            if Reflect::get(&piece, &"done".into())?.is_truthy() {
                self.over = true;
                break;
            }
            let piece: Uint8Array = Reflect::get(&piece, &"value".into())?.dyn_into()?;
            let from = bytes.len();
            bytes.resize(from + piece.length() as usize, 0);
            piece.copy_to(bytes.get_mut(from..).unwrap_or_default());
        }
        Ok((!bytes.is_empty()).then(|| Uint8Array::from(&bytes[..]).buffer()))
    }
}

/// Takes archives apart: `.zip` files give the files in them, `.gz` files what is packed. What cannot be taken
/// apart stays as it is, and is told as what it is when it is read.
pub(crate) async fn unpacked(files: Vec<KeptFile>) -> Vec<KeptFile> {
    let mut all = Vec::new();
    for file in files {
        match inside(&file).await {
            Some(inside) if !inside.is_empty() => {
                drop_files(&[file.handle]);
                all.extend(inside);
            }
            Some(_) | None => all.push(file),
        }
    }
    all
}

async fn inside(file: &KeptFile) -> Option<Vec<KeptFile>> {
    let blob = KEPT.with(|kept| kept.borrow().1.get(&file.handle).map(|kept| kept.blob.clone()))?;
    let size = file.size;
    let part = async |from: u64, to: u64| {
        let bytes = read(&blob, from, to.min(size)).await.ok()?;
        Some(Uint8Array::new(&bytes).to_vec())
    };
    if zip::is_gzip(&part(0, 4).await?) {
        // The last four bytes tell the size, of what is below 4 GiB.
        let tail = part(size.saturating_sub(4), size).await?;
        let told = u64::from(u32::from_le_bytes(tail.try_into().ok()?));
        let name = file.name.strip_suffix(".gz").unwrap_or(&file.name).to_owned();
        return Some(vec![keep_as(Kept { blob, packed: Some("gzip") }, name, told.max(size))]);
    }
    let tail_start = size.saturating_sub(zip::TAIL);
    let (start, length) = zip::directory_place(&part(tail_start, size).await?, tail_start)?;
    let entries = zip::entries(&part(start, start + length).await?)?;
    let mut inside = Vec::new();
    for entry in entries.into_iter().take(ENTRIES) {
        let begin = entry.offset + zip::data_offset(&part(entry.offset, entry.offset + 30).await?)?;
        let packed =
            blob.slice_with_f64_and_f64(numbers::float(begin), numbers::float(begin + entry.packed)).ok()?;
        let kept = Kept { blob: packed, packed: entry.deflated.then_some("deflate-raw") };
        inside.push(keep_as(kept, format!("{}/{}", file.name, entry.name), entry.size));
    }
    Some(inside)
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
