//! Text into HTML.

use mailtls_text::visible;

/// Text that stays text, in content and in attributes.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The paragraphs of a text, with what stands between backticks as code.
pub(crate) fn paragraphs(words: &str) -> String {
    let paragraphs = words.lines().filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(|paragraph| format!("<p>{}</p>\n", with_code(paragraph))).collect::<Vec<_>>().concat()
}

/// Escaped, with what stands between backticks as code, and what a finding fills in as a variable.
pub(crate) fn with_code(words: &str) -> String {
    let pieces: Vec<&str> = words.split('`').collect();
    let last = pieces.len().saturating_sub(1);
    let pieces = pieces.iter().enumerate().map(|(index, piece)| {
        if index % 2 == 1 && index < last {
            format!("<code>{}</code>", with_variables(piece))
        } else {
            with_variables(piece)
        }
    });
    pieces.collect::<Vec<_>>().concat()
}

/// Escaped, with `<name>` as a variable: small letters between angle brackets, which CSS puts around it again.
fn with_variables(words: &str) -> String {
    let mut html = String::with_capacity(words.len());
    for piece in words.split_inclusive('>') {
        let name = piece.strip_suffix('>').and_then(|before| before.rsplit_once('<'));
        match name.filter(|(_, name)| is_variable(name)) {
            Some((before, name)) => {
                html.push_str(&escaped(before));
                html.push_str("<var>");
                html.push_str(name);
                html.push_str("</var>");
            }
            None => html.push_str(&escaped(piece)),
        }
    }
    html
}

fn is_variable(name: &str) -> bool {
    name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// A title without variables, for where no markup may stand: `<name>` becomes `…`.
pub(crate) fn plain_title(words: &str) -> String {
    let mut plain = with_variables(words);
    while let Some((before, rest)) = plain.split_once("<var>") {
        let after = rest.split_once("</var>").map_or("", |(_, after)| after);
        plain = format!("{before}…{after}");
    }
    plain
}

/// A link.
pub(crate) fn link(address: &str, words: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(address), with_code(words))
}

/// Items as a list; nothing for none.
pub(crate) fn list(items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let items = items.iter().map(|item| format!("<li>{item}</li>\n"));
    format!("<ul>\n{}</ul>\n", items.collect::<Vec<_>>().concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_between_backticks_is_code_and_nothing_is_markup() {
        assert_eq!(with_code("a `<b>` & `c"), "a <code>&lt;b&gt;</code> &amp; c");
        assert_eq!(
            with_code("`a <b> <peer>`, <S> <os>"),
            "<code>a &lt;b&gt; <var>peer</var></code>, &lt;S&gt; <var>os</var>"
        );
        assert_eq!(plain_title("Windows <os> & more"), "Windows … &amp; more");
        assert_eq!(paragraphs("one\n\ntwo"), "<p>one</p>\n<p>two</p>\n");
    }
}
