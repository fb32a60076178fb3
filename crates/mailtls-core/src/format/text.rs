//! Text as people paste it, made comparable: quoting, soft line breaks, entities, typographic characters and
//! wrapping are taken away, and every character still knows the line it came from.

use crate::format::grams::Grams;
use crate::format::lines::Line;
use crate::span::Mark;
use std::ops::Range;

/// A run of lines in two forms that keep their way back to the original.
#[derive(Debug, Default)]
pub(crate) struct Text {
    lines: Vec<Line<'static>>,
    /// Lines joined by `\n`, blanks collapsed.
    flat: String,
    pieces: Vec<Piece>,
    /// `flat` in lower case without blanks, newlines, quotes and asterisks: how wide the window was in which
    /// somebody copied it makes no difference here.
    squeezed: String,
    /// For every byte of `squeezed`, its position in `flat`.
    back: Vec<u32>,
    /// What `squeezed` cannot hold.
    grams: Grams,
}

/// From `at` in `flat` on, positions run in step with those of one line.
#[derive(Clone, Copy, Debug)]
struct Piece {
    at: usize,
    line: usize,
    column: usize,
}

impl Text {
    /// How far around a place its line and its paragraph are looked for, in bytes.
    const REACH: usize = 4 << 10;

    /// Reads the lines as they were pasted.
    pub(crate) fn new(lines: Vec<Line<'static>>) -> Self {
        let quoted_printable = is_quoted_printable(&lines);
        Self::cleaned(lines, quoted_printable, &[])
    }

    /// Reads lines that are decoded already; of each is told whether the next goes on without a break.
    pub(crate) fn decoded(lines: Vec<(Line<'static>, bool)>) -> Self {
        let (lines, goes_on): (Vec<Line<'static>>, Vec<bool>) = lines.into_iter().unzip();
        Self::cleaned(lines, false, &goes_on)
    }

    fn cleaned(lines: Vec<Line<'static>>, quoted_printable: bool, goes_on: &[bool]) -> Self {
        let markup = has_markup(&lines);
        let plus_is_blank = is_iis_smtp(&lines);
        let mut text = Self { lines, ..Self::default() };
        let lines = std::mem::take(&mut text.lines);
        let mut tag = None;
        for (index, line) in lines.iter().enumerate() {
            let push = &mut |character, column| text.push(character, index, column);
            let continues = if quoted_printable || markup {
                clean(&line.text, quoted_printable, markup, &mut tag, push)
            } else if plus_is_blank {
                for (column, character) in line.text.char_indices() {
                    push(if character == '+' { ' ' } else { character }, column);
                }
                false
            } else {
                text.push_plain(&line.text, index);
                false
            };
            if !continues && !goes_on.get(index).copied().unwrap_or_default() {
                text.end_line(index, line.text.len());
            }
        }
        text.lines = lines;
        text.squeeze();
        text
    }

    /// The text, blanks collapsed, one line a line.
    pub(crate) fn flat(&self) -> &str {
        &self.flat
    }

    /// The text in lower case without blanks and quotes.
    pub(crate) fn squeezed(&self) -> &str {
        &self.squeezed
    }

    /// Whether this stands in it, in whatever layout: `word` is squeezed.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// Where in the squeezed text `word` stands first.
    pub(crate) fn find(&self, word: &str) -> Option<usize> {
        if self.may_hold(word) { self.squeezed.find(word) } else { None }
    }

    /// Every place in the squeezed text where `word` stands.
    pub(crate) fn find_all<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let text = if self.may_hold(word) { &*self.squeezed } else { "" };
        text.match_indices(word).map(|(at, _)| at)
    }

    /// Whether `word`, as it stands or with other blanks and in other case, may be in it: `false` is certain.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        self.grams.may_hold(word)
    }

    /// The range in `flat` of a range in `squeezed`.
    pub(crate) fn unsqueeze(&self, range: Range<usize>) -> Range<usize> {
        let position = |index: usize| self.back.get(index).map_or(self.flat.len(), |at| *at as usize);
        let start = position(range.start);
        let last = range.end.saturating_sub(1).max(range.start);
        let end = position(last);
        let width = self.flat.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        start..(end + width).max(start)
    }

    /// The position in `squeezed` at or after a position in `flat`.
    pub(crate) fn squeezed_at(&self, flat: usize) -> usize {
        self.back.partition_point(|at| (*at as usize) < flat)
    }

    /// The line of `flat` that holds `position`.
    pub(crate) fn line_at(&self, position: usize) -> Range<usize> {
        self.between(position, "\n")
    }

    /// The lines around `position` up to the next blank ones.
    pub(crate) fn paragraph_at(&self, position: usize) -> Range<usize> {
        self.between(position, "\n\n")
    }

    /// What stands around `position` from one `end` to the next, no farther than [`Self::REACH`] away: a list of
    /// a hundred thousand lines is not one thought, nor is a line of a million letters, and looking at all of it
    /// for each place in it never ends.
    fn between(&self, position: usize, end: &str) -> Range<usize> {
        let floor = self.boundary(position.saturating_sub(Self::REACH));
        let ceiling = self.boundary((position + Self::REACH).min(self.flat.len()));
        let before = self.flat.get(floor..position).unwrap_or_default();
        let after = self.flat.get(position..ceiling).unwrap_or_default();
        let first = before.rfind(end).map_or(floor, |at| floor + at + end.len());
        let last = after.find(end).map_or(ceiling, |at| position + at);
        first..last
    }

    /// The character boundary at or before `position`.
    fn boundary(&self, mut position: usize) -> usize {
        while !self.flat.is_char_boundary(position) {
            position -= 1;
        }
        position
    }

    /// The places in the original that `range` of `flat` came from, one a line, at most `limit`. Short lines
    /// are shown whole, of long ones the part that matters.
    pub(crate) fn marks(&self, range: Range<usize>, limit: usize) -> Vec<Mark> {
        const SHORT: usize = 240;
        const LEAD: usize = 24;
        let mut marks: Vec<Mark> = Vec::new();
        let mut position = range.start;
        while marks.len() < limit {
            let Some((line_index, column, piece_end)) = self.locate(position) else { break };
            let Some(line) = self.lines.get(line_index) else { break };
            let known = marks.iter().any(|mark| mark.span.line == line.number);
            if !known {
                let whole = trimmed(&line.text);
                let part = if whole.len() <= SHORT {
                    whole
                } else {
                    let from = floor(&line.text, column.saturating_sub(LEAD)).max(whole.start);
                    let wanted = range.end.saturating_sub(position).max(SHORT);
                    let to = floor(&line.text, column + wanted).min(whole.end).max(from);
                    whole_words(&line.text, from..to)
                };
                marks.push(line.mark_of(part));
            }
            if piece_end >= range.end || piece_end <= position {
                break;
            }
            position = piece_end;
        }
        marks
    }

    /// The mark of the first line, for what is said by the whole.
    pub(crate) fn first_mark(&self) -> Option<Mark> {
        let line = self.lines.iter().find(|line| !line.text.trim().is_empty())?;
        Some(line.mark_of(trimmed(&line.text)))
    }

    /// The number of the line that `position` of `flat` came from.
    pub(crate) fn number_at(&self, position: usize) -> u64 {
        self.locate(position).and_then(|(line, _, _)| self.lines.get(line)).map_or(0, |line| line.number)
    }

    /// The line index and the column of a position, and where in `flat` its piece ends.
    fn locate(&self, position: usize) -> Option<(usize, usize, usize)> {
        let next = self.pieces.partition_point(|piece| piece.at <= position);
        let piece = self.pieces.get(next.checked_sub(1)?)?;
        let end = self.pieces.get(next).map_or(self.flat.len(), |piece| piece.at);
        Some((piece.line, piece.column + (position - piece.at), end))
    }

    fn push(&mut self, character: char, line: usize, column: usize) {
        if character == ' ' && self.ends_blank() {
            return;
        }
        self.step_to(line, column);
        self.flat.push(character);
    }

    /// Pushes a line that holds neither markup nor escapes: words as wholes.
    fn push_plain(&mut self, text: &str, line: usize) {
        let mut column = unquoted(text);
        while let Some(rest) = text.get(column..) {
            let word = rest.bytes().take_while(|byte| matches!(byte, 0x21..=0x7e)).count();
            if let Some(word) = rest.get(..word).filter(|word| !word.is_empty()) {
                self.step_to(line, column);
                self.flat.push_str(word);
            }
            let Some(character) = rest.get(word..).and_then(|rest| rest.chars().next()) else { return };
            if let Some(plain) = plainly(character) {
                self.push(plain, line, column + word);
            }
            column += word + character.len_utf8();
        }
    }

    fn ends_blank(&self) -> bool {
        // What is no blank of ASCII has become one.
        matches!(self.flat.as_bytes().last(), None | Some(b' ' | b'\n'))
    }

    /// What is pushed next comes from there.
    fn step_to(&mut self, line: usize, column: usize) {
        let at = self.flat.len();
        let in_step = self
            .pieces
            .last()
            .is_some_and(|piece| piece.line == line && piece.column + (at - piece.at) == column);
        if !in_step {
            self.pieces.push(Piece { at, line, column });
        }
    }

    fn end_line(&mut self, line: usize, column: usize) {
        if self.flat.ends_with(' ') {
            self.flat.pop();
        }
        // More than one blank line is one.
        if !self.flat.is_empty() && !self.flat.ends_with("\n\n") {
            // In order, so only the last can point past the end.
            while self.pieces.last().is_some_and(|piece| piece.at >= self.flat.len()) {
                self.pieces.pop();
            }
            self.pieces.push(Piece { at: self.flat.len(), line, column });
            self.flat.push('\n');
        }
    }

    fn squeeze(&mut self) {
        self.squeezed.reserve(self.flat.len());
        self.back.reserve(self.flat.len());
        for (at, character) in self.flat.char_indices().filter(|(_, character)| is_compared(*character)) {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            if character.is_ascii() {
                self.squeezed.push(character.to_ascii_lowercase());
                self.back.push(at);
                continue;
            }
            for lower in character.to_lowercase() {
                self.squeezed.push(lower);
                self.back.extend(std::iter::repeat_n(at, lower.len_utf8()));
            }
        }
        self.grams = Grams::of(&self.squeezed);
    }
}

/// The characters of a text as they are compared, in lower case without blanks, quotes and asterisks.
pub(crate) fn squeezed(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| is_compared(*character)).flat_map(char::to_lowercase)
}

fn is_compared(character: char) -> bool {
    !character.is_whitespace() && !matches!(character, '\'' | '"' | '*' | '`' | '|')
}

/// Where a line begins behind its marks of quoting: `> > text`. `>,` is what Outlook puts before a row of a list.
fn unquoted(line: &str) -> usize {
    let mut rest = line;
    loop {
        let trimmed = rest.trim_start();
        match trimmed.strip_prefix('>') {
            Some(after) if !trimmed.starts_with(">,") => rest = after,
            _ => return line.len() - rest.len(),
        }
    }
}

/// Gives out the characters of a line with their byte positions in it, without what the way of copying added; and
/// whether the next line goes on without a break.
fn clean(
    line: &str,
    quoted_printable: bool,
    markup: bool,
    tag: &mut Option<u32>,
    push: &mut dyn FnMut(char, usize),
) -> bool {
    let mut column = unquoted(line);
    let rest = line.get(column..).unwrap_or_default();
    let trimmed_end = rest.trim_end();
    let continues = quoted_printable && trimmed_end.ends_with('=');
    let mut rest = if continues { trimmed_end.strip_suffix('=').unwrap_or(trimmed_end) } else { rest };
    while let Some(character) = rest.chars().next() {
        if markup && let Some(skipped) = skip_tag(rest, tag) {
            push(' ', column);
            column += skipped;
            rest = rest.get(skipped..).unwrap_or_default();
            continue;
        }
        let (taken, plain) = if quoted_printable && character == '=' {
            quoted_character(rest)
        } else if markup && character == '&' {
            entity(rest)
        } else {
            None
        }
        .unwrap_or((character.len_utf8(), character));
        if let Some(plain) = plainly(plain) {
            push(plain, column);
        }
        column += taken;
        rest = rest.get(taken..).unwrap_or_default();
    }
    continues
}

/// The plain spelling of a character: `None` for those that show nothing.
fn plainly(character: char) -> Option<char> {
    let plain = match character {
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{2032}' | '\u{00B4}' => '\'',
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => {
            return None;
        }
        '\u{FF01}'..='\u{FF5E}' => {
            u32::from(character).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(character)
        }
        _ if character.is_whitespace() || character.is_control() => ' ',
        _ => character,
    };
    Some(plain)
}

/// A `=C3=A9` sequence: its length and its character.
fn quoted_character(text: &str) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let byte = |index: usize| -> Option<u8> {
        let [b'=', high, low] = bytes.get(index * 3..index * 3 + 3)? else { return None };
        let digit = |byte: u8| char::from(byte).to_digit(16);
        u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
    };
    let first = byte(0)?;
    let width = match first {
        0x00..=0x7F => 1,
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return Some((3, char::REPLACEMENT_CHARACTER)),
    };
    let sequence: Option<Vec<u8>> = (0..width).map(byte).collect();
    match sequence.as_deref().map(std::str::from_utf8) {
        Some(Ok(character)) => Some((width * 3, character.chars().next()?)),
        _ => Some((3, char::REPLACEMENT_CHARACTER)),
    }
}

/// A character entity: its length and its character.
fn entity(text: &str) -> Option<(usize, char)> {
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let character = match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((end + 1, character))
}

/// The tags that text copied from a page is full of. An address in angle brackets is none of them.
const TAGS: [&str; 30] = [
    "a",
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "hr",
    "html",
    "i",
    "li",
    "meta",
    "o:p",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "table",
    "td",
    "tr",
    "ul",
];

/// The length of the tag, or of the rest of one begun on an earlier line, that `text` begins with.
fn skip_tag(text: &str, open: &mut Option<u32>) -> Option<usize> {
    // A tag does not go on for more lines than this; else it was none.
    const LINES: u32 = 3;
    // No tag is longer; to look at the rest of a long line for each would never end.
    const LONGEST: usize = 2 << 10;
    if let Some(lines) = open {
        if let Some(end) = text.find('>') {
            *open = None;
            return Some(end + 1);
        }
        *lines += 1;
        if *lines > LINES {
            *open = None;
        }
        return Some(text.len());
    }
    let inner = text.strip_prefix('<')?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let end = name.find(|character: char| !(character.is_ascii_alphanumeric() || character == ':'))?;
    let (word, after) = (name.get(..end)?, name.get(end..)?);
    if !TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(word)) || !after.starts_with([' ', '>', '/', '\t']) {
        return None;
    }
    if let Some(end) = text.bytes().take(LONGEST).position(|byte| byte == b'>') {
        return Some(end + 1);
    }
    if text.len() > LONGEST {
        return None;
    }
    *open = Some(0);
    Some(text.len())
}

/// Whether the lines are raw quoted-printable: soft breaks, and an encoded character or a cut word.
fn is_quoted_printable(lines: &[Line<'_>]) -> bool {
    let soft = lines.iter().filter(|line| {
        let text = line.text.trim_end();
        text.ends_with('=') && !text.ends_with("==") && text.len() >= 60
    });
    // Every sign begins with it.
    let signed = || lines.iter().filter(|line| line.text.contains('='));
    let encoded = signed().any(|line| {
        ["=3D", "=20", "=C2=", "=C3=", "=E2=80", "=E4=", "=E5="].iter().any(|code| line.text.contains(code))
    });
    let soft = soft.count();
    soft >= 2 || (soft >= 1 && encoded) || (encoded && signed().any(|line| line.text.contains("=3D")))
}

/// Whether it is a log of the SMTP service of IIS, whose fields have `+` for a blank.
fn is_iis_smtp(lines: &[Line<'static>]) -> bool {
    const HEAD: usize = 64;
    lines
        .iter()
        .take(HEAD)
        .any(|line| line.text.contains(" OutboundConnection") && line.text.contains(" SMTPSVC"))
}

fn has_markup(lines: &[Line<'_>]) -> bool {
    // Every sign begins with one of them.
    lines.iter().filter(|line| line.text.contains(['<', '&'])).any(|line| {
        ["</", "<br", "<p>", "<div", "<span", "<pre", "<td", "&lt;", "&gt;", "&quot;", "&#", "&nbsp;"]
            .iter()
            .any(|sign| line.text.contains(sign))
    })
}

/// The range widened to the ends of the words it cuts; a word that is very long stays cut.
fn whole_words(text: &str, range: Range<usize>) -> Range<usize> {
    const LONG: usize = 40;
    let blank = |at: usize| text.as_bytes().get(at).is_none_or(u8::is_ascii_whitespace);
    let begins = |at: &usize| at.checked_sub(1).is_none_or(blank);
    let start = (range.start.saturating_sub(LONG)..=range.start).rev().find(begins);
    let end = (range.end..=range.end + LONG).find(|at| blank(*at));
    start.unwrap_or(range.start)..end.unwrap_or(range.end)
}

/// The part of a line without the blanks around it.
fn trimmed(text: &str) -> Range<usize> {
    let start = text.len() - text.trim_start().len();
    start..text.trim_end().len().max(start)
}

/// The character boundary at or before `position`.
fn floor(text: &str, position: usize) -> usize {
    let mut position = position.min(text.len());
    while !text.is_char_boundary(position) {
        position -= 1;
    }
    position
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Encoding;
    use crate::span::SourceId;
    use std::borrow::Cow;

    pub(crate) fn text(input: &str) -> Text {
        let mut start = 0;
        let lines = input.split('\n').enumerate().map(|(index, line)| {
            let begun = start;
            start += line.len() as u64 + 1;
            Line {
                source: SourceId(0),
                number: index as u64 + 1,
                start: begun,
                end: begun + line.len() as u64,
                text: Cow::Owned(line.to_owned()),
                encoding: Encoding::Ascii,
                cut: false,
            }
        });
        Text::new(lines.collect())
    }

    #[test]
    fn quoting_wrapping_and_typography_are_taken_away() {
        let text = text("> \u{201C}421 4.4.2  Connection\n> dropped due to Socket\n> Error\u{201D}");
        assert_eq!(text.flat(), "\"421 4.4.2 Connection\ndropped due to Socket\nError\"\n");
        assert!(text.squeezed().contains("4214.4.2connectiondroppedduetosocketerror"));
        let start = text.squeezed().find("dropped").unwrap();
        let range = text.unsqueeze(start..start + "droppedduetosocketerror".len());
        let lines: Vec<u64> = text.marks(range, 5).iter().map(|mark| mark.span.line).collect();
        assert_eq!(lines, [2, 3]);
    }

    #[test]
    fn the_part_of_a_long_line_begins_and_ends_with_whole_words() {
        let words = "word ".repeat(40);
        let line = format!("{words}primary address responded with 421 4.4.2 {words}{words}");
        let at = line.find("421").unwrap();
        let text = text(&line);
        let mark = text.marks(at..at + 3, 1).remove(0);
        assert!(mark.quote.len() < line.len() && mark.quote.contains("421 4.4.2"));
        let shown: Vec<&str> = mark.quote.split(' ').collect();
        assert!(shown.iter().all(|word| line.split(' ').any(|whole| whole == *word)), "{shown:?}");
        assert_eq!(line.find(&mark.quote).map(|at| at as u64), Some(mark.span.start));
        assert_eq!(mark.span.end - mark.span.start, mark.quote.len() as u64);
    }

    #[test]
    fn soft_breaks_and_encoded_characters_are_undone() {
        let long =
            "Diagnostic information that is long enough to be broken by the encoder: 4=\n21 4.2.1 [A=3DB]";
        assert!(text(long).flat().contains("encoder: 421 4.2.1 [A=B]"));
    }

    #[test]
    fn tags_go_and_addresses_stay() {
        let text = text("<p>to &lt;kim@example.org&gt;</p><span class=\"x\">421</span>\n<lee@example.org>");
        assert_eq!(text.flat(), "to <kim@example.org> 421\n<lee@example.org>\n");
    }
}
