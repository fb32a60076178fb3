//! The inputs with line numbers and marked places. Long texts are drawn a window at a time.

use crate::browser::{self, BrowserDecoder};
use crate::components::icon::{Icon, icon};
use crate::components::{View, rich};
use crate::document::Text;
use crate::numbers;
use crate::state::{Action, TEXT_LIMIT};
use crate::words;
use mailtls_core::report::{EvidenceReport, FindingReport, ProblemReport};
use mailtls_core::vocabulary::Severity;
use std::collections::BTreeMap;
use yew::{
    Callback, Html, InputEvent, KeyboardEvent, component, html, use_effect, use_effect_with, use_memo,
    use_mut_ref, use_node_ref, use_state,
};

/// Above this many lines only those near the view are drawn.
const WINDOW_FROM: usize = 1500;
/// The height of a row in CSS pixels, as the style sheet sets it for windowed texts.
const ROW: u64 = 22;
/// Rows drawn beyond either edge.
const MARGIN: usize = 30;
/// The most hits a search shows.
const HITS: usize = 1000;

/// A place of the shown source that a finding names.
#[derive(Clone, PartialEq)]
struct Place {
    finding: usize,
    nth: usize,
    severity: Severity,
    title: String,
    rule: String,
    evidence: EvidenceReport,
}

/// The card.
#[component]
pub(crate) fn Evidence(view: &View) -> Html {
    let model = &view.model;
    let scroller = use_node_ref();
    let (above, below) = (use_node_ref(), use_node_ref());
    let window = use_state(|| (0_usize, 0_usize));
    let looked = use_mut_ref(|| 0_u64);
    let report = model.report.clone();
    let shown = model.shown;
    let source = report.as_ref().and_then(|report| report.sources.get(shown)).cloned();
    let read = model.read.get(shown);
    let text = read.and_then(|read| read.text.clone());
    let places: Vec<Place> = match (&report, &source) {
        (Some(report), Some(source)) => places_of(&report.findings, &source.name),
        _ => Vec::new(),
    };
    let total = text.as_ref().map_or(0, Text::len);
    let windowed = total > WINDOW_FROM;
    let hits = use_memo((text.clone(), model.search.clone()), |(text, search)| {
        text.as_ref().map(|text| text.search(search, HITS, &BrowserDecoder)).unwrap_or_default()
    });
    let hit = nth(&hits, model.hit).map(|(_, row)| row);
    let current = model
        .marked()
        .filter(|evidence| source.as_ref().is_some_and(|source| source.name == evidence.source));
    let current_row = current.map(|evidence| row_of(evidence.line));
    let target = if model.mark.is_some() { current_row } else { model.line.map(row_of).or(hit) };

    {
        let (scroller, window, looked, look) = (scroller.clone(), window.clone(), looked.clone(), model.look);
        // The text may arrive after the wish to see a line of it, so its length belongs to what is watched.
        use_effect_with((model.look, shown, total, model.mark, target), move |_| {
            match target {
                Some(row) if windowed => {
                    browser::scroll_to_row(&scroller, row, numbers::float(ROW));
                    window.set(near(&scroller, total));
                }
                Some(_) => browser::scroll_within(&scroller, ".line.current"),
                None => {}
            }
            // Without being asked, the page stays where the reader is.
            if target.is_some() && looked.replace(look) != look {
                browser::reveal("#evidence");
            }
        });
    }
    let (first, last) = if windowed {
        let (first, last) = *window;
        if last == 0 || first >= total { (0, (MARGIN * 3).min(total)) } else { (first, last.min(total)) }
    } else {
        (0, total)
    };
    {
        let (above, below) = (above.clone(), below.clone());
        use_effect(move || {
            browser::set_height(&above, height(first));
            browser::set_height(&below, height(total.saturating_sub(last)));
        });
    }
    let scrolled = {
        let (scroller, window) = (scroller.clone(), window.clone());
        Callback::from(move |_| {
            if windowed {
                let wanted = near(&scroller, total);
                if wanted != *window {
                    window.set(wanted);
                }
            }
        })
    };
    let (Some(_), Some(source)) = (report.as_ref(), source) else { return Html::default() };
    let by_line = by_line(&places);
    let problems = source.problems.clone();
    let body = match &text {
        Some(text) => {
            let rows = (first..last).map(|index| {
                let here = by_line.get(&index).map(Vec::as_slice).unwrap_or_default();
                let found = hits.binary_search(&index).is_ok();
                row(view, text, index, (here, &problems), target == Some(index), found)
            });
            html! {
                <>
                    <div ref={above} class="spacer" aria-hidden="true" />
                    { for rows }
                    <div ref={below} class="spacer" aria-hidden="true" />
                </>
            }
        }
        None if read.is_some_and(|read| read.size > TEXT_LIMIT) => excerpts(view, &by_line, &problems),
        None => html! { <p class="hint">{ view.say("ui-loading-text") }</p> },
    };
    html! {
        <section class="card evidence" id="evidence" aria-labelledby="evidence-title">
            <div class="evidence-head">
                <h2 id="evidence-title">{ view.say("ui-evidence") }</h2>
                { steps(view) }
            </div>
            { sources(view) }
            { search(view, &hits) }
            <div class="evidence-body">
                <div ref={scroller} class={if windowed { "lines windowed" } else { "lines" }} tabindex="0" role="region"
                    aria-label={model.say_with("ui-evidence-of", &[("source", &source.name)])} onscroll={scrolled} dir="ltr">
                    { body }
                </div>
                { minimap(view, &places, source.lines.max(total as u64)) }
            </div>
        </section>
    }
}

/// What so many rows measure, in CSS pixels.
fn height(rows: usize) -> u64 {
    rows as u64 * ROW
}

/// The hit with this number, counted round, and which one that is from 0.
fn nth(hits: &[usize], number: isize) -> Option<(usize, usize)> {
    let count = isize::try_from(hits.len()).ok().filter(|count| *count > 0)?;
    let place = usize::try_from(number.rem_euclid(count)).ok()?;
    Some((place, *hits.get(place)?))
}

fn row_of(line: u64) -> usize {
    usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX)
}

/// The rows to draw for where the view stands.
fn near(scroller: &yew::NodeRef, total: usize) -> (usize, usize) {
    let (top, height) = browser::scrolled(scroller);
    let row = |pixels: i32| usize::try_from(numbers::count(f64::from(pixels)) / ROW).unwrap_or(usize::MAX);
    // In steps of ten, so that not every pixel draws anew.
    let first = row(top).saturating_sub(MARGIN) / 10 * 10;
    let last = (row(top + height) + MARGIN) / 10 * 10 + 10;
    (first.min(total), last.min(total))
}

fn places_of(findings: &[FindingReport], source: &str) -> Vec<Place> {
    let of = |(index, finding): (usize, &FindingReport)| {
        let (severity, title, rule) = (finding.severity, finding.title.clone(), finding.rule.clone());
        let here = finding.evidence.iter().enumerate().filter(|(_, evidence)| evidence.source == source);
        here.map(move |(nth, evidence)| Place {
            finding: index,
            nth,
            severity,
            title: title.clone(),
            rule: rule.clone(),
            evidence: evidence.clone(),
        })
        .collect::<Vec<_>>()
    };
    let mut places: Vec<Place> = findings.iter().enumerate().flat_map(of).collect();
    mailtls_core::order::sort_by_key(&mut places, |place| std::cmp::Reverse(place.severity));
    places
}

fn by_line(places: &[Place]) -> BTreeMap<usize, Vec<Place>> {
    let mut lines: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
    for place in places {
        lines.entry(row_of(place.evidence.line)).or_default().push(place.clone());
    }
    lines
}

fn row(
    view: &View,
    text: &Text,
    index: usize,
    (places, problems): (&[Place], &[ProblemReport]),
    current: bool,
    found: bool,
) -> Html {
    let spans: Vec<std::ops::Range<u64>> =
        places.iter().map(|place| place.evidence.start..place.evidence.end).collect();
    let pieces = text.pieces(index, &spans, &BrowserDecoder);
    let marked = pieces.iter().any(|piece| piece.span.is_some());
    let number = index + 1;
    let content: Html = if marked || places.is_empty() {
        pieces
            .into_iter()
            .map(|piece| match piece.span.and_then(|span| places.get(span)) {
                Some(place) => mark(place, piece.text),
                None => html! { { piece.text } },
            })
            .collect()
    } else {
        // What is missing has no characters of its own: the line that shows it stands for it.
        places.first().map(|place| mark(place, text.line(index, &BrowserDecoder))).unwrap_or_default()
    };
    line(view, number, content, (places, problems), current, found)
}

fn mark(place: &Place, text: String) -> Html {
    html! {
        <mark class={place.severity.word()} data-line={place.evidence.line.to_string()} data-rule={place.rule.clone()}>{ text }</mark>
    }
}

fn line(
    view: &View,
    number: usize,
    content: Html,
    (places, problems): (&[Place], &[ProblemReport]),
    current: bool,
    found: bool,
) -> Html {
    let problems: Vec<&ProblemReport> =
        problems.iter().filter(|problem| problem.line == number as u64).collect();
    let mut class = vec!["line"];
    if current {
        class.push("current");
    }
    if found {
        class.push("found");
    }
    if let Some(place) = places.first() {
        class.push("has-mark");
        class.push(place.severity.word());
    }
    if !problems.is_empty() {
        class.push("has-problem");
    }
    html! {
        <div class={class.join(" ")} key={number}>
            <span class="number" aria-hidden="true">{ number }</span>
            <span class="content"><code>{ content }</code>
                { for places.iter().enumerate().filter(|(at, place)| first_of(places, *at, place)).map(|(_, place)| {
                    let active = view.model.mark.is_some_and(|(finding, _)| finding == place.finding) && current;
                    html! {
                        <button type="button" class={format!("note {}", place.severity)} aria-pressed={active.to_string()}
                            onclick={view.on(Action::Look(place.finding, place.nth))}>
                            { icon(Icon::of(place.severity)) }
                            <span class="word">{ words::severity(view.model.lang, place.severity) }</span>
                            <span class="title">{ place.title.replace('`', "") }</span>
                        </button>
                    }
                }) }
                { for problems.into_iter().map(|problem| html! {
                    <span class="note problem" data-line-problem={problem.code.clone()}>
                        { icon(Icon::Warning) }
                        <span class="word">{ view.say("ui-problem-here") }</span>
                        <span class="title">{ rich(&problem.message) }</span>
                    </span>
                }) }
            </span>
        </div>
    }
}

/// Whether no place before this one on its line is of the same finding: what it says is said once a line.
fn first_of(places: &[Place], at: usize, place: &Place) -> bool {
    !places.iter().take(at).any(|other| other.finding == place.finding)
}

/// Of an input too large to be shown whole: its marked lines.
fn excerpts(view: &View, by_line: &BTreeMap<usize, Vec<Place>>, problems: &[ProblemReport]) -> Html {
    let rows = by_line.iter().map(|(index, places)| {
        let content = places
            .first()
            .map(|place| mark(place, mailtls_text::visible(&place.evidence.quote).into_owned()));
        let current = places.iter().any(|place| view.model.mark == Some((place.finding, place.nth)));
        line(view, index + 1, content.unwrap_or_default(), (places, problems), current, false)
    });
    html! { <><p class="hint">{ view.say("ui-excerpts") }</p>{ for rows }</> }
}

fn sources(view: &View) -> Html {
    let Some(report) = &view.model.report else { return Html::default() };
    if report.sources.len() < 2 {
        return Html::default();
    }
    let choose = {
        let act = view.act.clone();
        Callback::from(move |event: yew::Event| {
            if let Ok(source) = browser::value_of(&event).parse() {
                act.emit(Action::Show(source));
            }
        })
    };
    html! {
        <label class="sources"><span class="visually-hidden">{ view.say("ui-shown-document") }</span>
            <select onchange={choose} id="shown">
                { for report.sources.iter().enumerate().map(|(index, source)| {
                    let count = report.findings.iter().flat_map(|finding| &finding.evidence).filter(|evidence| evidence.source == source.name).count();
                    html! {
                        <option value={index.to_string()} selected={index == view.model.shown}>
                            { format!("{} ({count})", source.name) }
                        </option>
                    }
                }) }
            </select>
        </label>
    }
}

fn steps(view: &View) -> Html {
    let places = view.model.places();
    if places.is_empty() {
        return Html::default();
    }
    let now = view.model.mark.and_then(|mark| places.iter().position(|place| *place == mark));
    let now = now.map_or_else(|| "–".to_owned(), |now| view.number(now as u64 + 1));
    let count = view.number(places.len() as u64);
    html! {
        <div class="steps" role="group" aria-label={view.say("ui-steps")}>
            <button type="button" class="quiet small" aria-label={view.say("ui-previous")} title={view.say("ui-previous")}
                onclick={view.on(Action::Step { back: true })}>{ icon(Icon::Back) }</button>
            <span>{ view.model.say_with("ui-of", &[("now", &now), ("count", &count)]) }</span>
            <button type="button" class="quiet small" aria-label={view.say("ui-next")} title={view.say("ui-next")}
                onclick={view.on(Action::Step { back: false })}>{ icon(Icon::Next) }</button>
        </div>
    }
}

fn search(view: &View, hits: &[usize]) -> Html {
    let model = &view.model;
    let typed = {
        let act = view.act.clone();
        Callback::from(move |event: InputEvent| act.emit(Action::Search(browser::value_of(&event))))
    };
    let entered = {
        let act = view.act.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => act.emit(Action::NextHit { back: event.shift_key() }),
            "Escape" => act.emit(Action::Search(String::new())),
            _ => {}
        })
    };
    let found = if model.search.is_empty() {
        String::new()
    } else {
        let now = view.number(nth(hits, model.hit).map_or(0, |(place, _)| place as u64 + 1));
        let count = view.number(hits.len() as u64);
        model.say_with("ui-of", &[("now", &now), ("count", &count)])
    };
    html! {
        <div class="search">
            <input id="search" type="search" value={model.search.clone()} placeholder={view.say("ui-search")}
                aria-label={view.say("ui-search")} oninput={typed} onkeydown={entered} />
            <span class="hint" aria-live="polite">{ found }</span>
        </div>
    }
}

fn minimap(view: &View, places: &[Place], lines: u64) -> Html {
    if places.is_empty() || lines < 2 {
        return Html::default();
    }
    let ticks = places.iter().rev().map(|place| {
        let y = place.evidence.line.saturating_sub(1) * 1000 / lines;
        html! {
            <rect class={place.severity.word()} x="1" width="8" y={y.min(992).to_string()} height="8"
                onclick={view.on(Action::Look(place.finding, place.nth))} />
        }
    });
    html! {
        <svg class="minimap" viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false">{ for ticks }</svg>
    }
}
