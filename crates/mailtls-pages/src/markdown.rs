//! Markdown into HTML. Raw HTML in it is shown, not passed on.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

/// The HTML of a text; `address` turns the target of each link into where it leads from this page.
pub(crate) fn to_html(markdown: &str, address: impl Fn(&str) -> String) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(|event| {
        if let Event::Html(raw) | Event::InlineHtml(raw) = event {
            Event::Text(raw)
        } else if let Event::Start(Tag::Link { link_type, dest_url, title, id }) = event {
            let dest_url = CowStr::from(address(&dest_url));
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        } else {
            event
        }
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    // Every table of the articles has a head row.
    out.replace("<th>", "<th scope=\"col\">")
}

/// The text under the first heading, and that heading.
pub(crate) fn titled(markdown: &str) -> (String, String) {
    let (first, rest) = markdown.split_once('\n').unwrap_or((markdown, ""));
    match first.strip_prefix("# ") {
        Some(title) => (title.trim().to_owned(), rest.trim_start().to_owned()),
        None => (String::new(), markdown.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_stays_text_and_links_are_turned() {
        let html = to_html("a <script>b</script> [c](d.md)", |target| target.replace(".md", ".html"));
        assert_eq!(html, "<p>a &lt;script&gt;b&lt;/script&gt; <a href=\"d.html\">c</a></p>\n");
    }

    #[test]
    fn the_title_is_the_first_heading() {
        assert_eq!(titled("# One\n\nTwo\n"), ("One".to_owned(), "Two\n".to_owned()));
    }
}
