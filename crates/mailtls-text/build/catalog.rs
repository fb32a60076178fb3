//! Reads Fluent files into flat catalogs: `id` and `id.attribute` to a pattern.
//!
//! The subset: text, attributes, `{ $argument }` and `{ "literal" }`. Whatever needs a run-time interpreter
//! (selectors, terms, functions, references) is refused, so that a text is a copy with gaps. A line break
//! inside a text is a blank, as the source wraps where the editor ends; an empty line is a line break.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeMap;

/// Opens the name of an argument in a pattern.
pub(crate) const ARGUMENT: char = '\u{1}';
/// Closes it.
pub(crate) const END: char = '\u{2}';

/// What is wrong with a file, and on which line, from 1.
pub(crate) type Fault = (usize, String);

/// The messages of one file, by key, each with its line.
pub(crate) fn read(source: &str) -> Result<BTreeMap<String, (usize, String)>, Vec<Fault>> {
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| {
        errors
            .iter()
            .map(|error| (line_at(source, error.pos.start), error.kind.to_string()))
            .collect::<Vec<_>>()
    })?;
    let mut messages = BTreeMap::new();
    let mut faults = Vec::new();
    let mut keep = |key: String, at: &str, pattern: &Pattern<&str>| {
        let line = line_of(source, at);
        match flatten(pattern) {
            Ok(text) => {
                if messages.insert(key.clone(), (line, text)).is_some() {
                    faults.push((line, format!("`{key}` is there twice")));
                }
            }
            Err(what) => faults.push((line, format!("`{key}` uses {what}"))),
        }
    };
    let mut terms = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(value) = &message.value {
                    keep(message.id.name.to_owned(), message.id.name, value);
                }
                for attribute in &message.attributes {
                    let key = format!("{}.{}", message.id.name, attribute.id.name);
                    keep(key, attribute.id.name, &attribute.value);
                }
            }
            Entry::Term(term) => {
                terms.push((line_of(source, term.id.name), format!("`-{}` is a term", term.id.name)));
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Junk { content } => terms.push((line_of(source, content), "not Fluent".to_owned())),
        }
    }
    faults.extend(terms);
    if faults.is_empty() { Ok(messages) } else { Err(faults) }
}

/// The pattern as text, its arguments between [`ARGUMENT`] and [`END`].
fn flatten(pattern: &Pattern<&str>) -> Result<String, &'static str> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                    text.push_str(value);
                }
                InlineExpression::VariableReference { id } => {
                    text.push(ARGUMENT);
                    text.push_str(id.name);
                    text.push(END);
                }
                InlineExpression::FunctionReference { .. } => return Err("a function"),
                InlineExpression::MessageReference { .. } => return Err("a reference to a message"),
                InlineExpression::TermReference { .. } => return Err("a term"),
                InlineExpression::Placeable { .. } => return Err("nested braces"),
            },
            PatternElement::Placeable { expression: Expression::Select { .. } } => return Err("a selector"),
        }
    }
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let lines = paragraph.split('\n').map(str::trim).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join(" ")
    });
    Ok(paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// The line of a slice of `source`.
fn line_of(source: &str, slice: &str) -> usize {
    line_at(source, (slice.as_ptr() as usize).saturating_sub(source.as_ptr() as usize))
}

fn line_at(source: &str, offset: usize) -> usize {
    source.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
