//! The corrective change: for which server, what changes, the files, the other forms, and what to do with them.

use crate::browser;
use crate::collect;
use crate::components::icon::{Icon, icon};
use crate::components::panels::command;
use crate::components::verdict::recognized;
use crate::components::{View, rich};
use crate::exchange::{EXCHANGE, Named};
use crate::state::{Action, Download, Form};
use mailtls_core::fact::host::Tls12;
use mailtls_core::fix::reg_text::to_bytes;
use mailtls_core::report::{ArgReport, EditReport, FixReport, Report};
use mailtls_core::vocabulary::{Cause, Certainty, Os, Profile, Severity};
use yew::{Callback, Event, Html, KeyboardEvent, html};

/// The card, where the inputs are of one server.
pub(crate) fn card(view: &View) -> Html {
    let Some(report) = view.model.report.clone() else { return Html::default() };
    if !recognized(&report) {
        return Html::default();
    }
    let remark = report.no_fix.as_ref();
    let without = |reason: &str, text: Html| {
        // That no change would help is known only where the cause is, or all is as it should be.
        let open = ["", "nothing-to-mend"].contains(&reason) && report.verdict.cause != Cause::None;
        let heading = if open { "ui-no-fix-file" } else { "ui-no-fix" };
        html! {
            <section class="card fix none" data-fix="none" data-reason={reason.to_owned()} aria-labelledby="fix-title">
                <h2 id="fix-title">{ icon(Icon::Note) }<span>{ view.say(heading) }</span></h2>
                <p>{ text }</p>
                <details open={reason == "update-first"}>
                    <summary>{ view.say("ui-target") }</summary>
                    { target(view) }
                </details>
            </section>
        }
    };
    match &report.fix {
        Some(_) if hard_wired(view) => without("update-first", rich(&view.say("no-fix-update-first"))),
        Some(fix) => html! {
            <section class="card fix" data-fix="offered" aria-labelledby="fix-title">
                <h2 id="fix-title">{ view.say(title(&report)) }</h2>
                { caution(view, &report) }
                { target(view) }
                { diff(view, &fix.edits) }
                { conflicts(view, fix) }
                { files(view, fix) }
                { forms(view, fix) }
                { checklist(view) }
            </section>
        },
        None if remark.is_none() && report.verdict.cause == Cause::None => Html::default(),
        None => without(
            remark.map_or("", |remark| &remark.code),
            remark.map_or_else(|| html! { { view.say("ui-no-fix-needs") } }, |remark| rich(&remark.message)),
        ),
    }
}

/// What the change is, in words no stronger than what calls for it.
fn title(report: &Report) -> &'static str {
    let worst = report.findings.iter().map(|finding| finding.severity).max();
    match (report.verdict.cause, report.verdict.certainty) {
        (Cause::None, _) if worst.is_none_or(|worst| worst == Severity::Note) => "ui-fix-optional",
        (Cause::None, _) | (_, Certainty::Certain) => "ui-fix",
        (_, Certainty::Likely | Certainty::Suspected) => "ui-fix-likely",
    }
}

/// What to know before anything is changed at all.
pub(crate) fn caution(view: &View, report: &Report) -> Html {
    let unsupported = exchange(view).is_some_and(|named| named.tls12() == Tls12::Unsupported);
    let (class, picture, id) = match title(report) {
        "ui-fix-optional" => ("bar note", Icon::Note, "ui-fix-optional.text"),
        "ui-fix-likely" => ("bar warning", Icon::Warning, "ui-fix-unproven"),
        _ if !unsupported => return Html::default(),
        _ => ("", Icon::Warning, ""),
    };
    html! {
        <>
        if !id.is_empty() {
            <div {class}>{ icon(picture) }<p>{ view.say(id) }</p></div>
        }
        if unsupported {
            <div class="bar warning">{ icon(Icon::Warning) }<p>{ view.say("ui-exchange-unsupported") }</p></div>
        }
        </>
    }
}

/// The Exchange release the user named.
fn exchange(view: &View) -> Option<&'static Named> {
    EXCHANGE.get(view.model.exchange?)
}

/// Whether the user named an Exchange release that no registry value helps.
pub(crate) fn hard_wired(view: &View) -> bool {
    exchange(view).is_some_and(|named| named.tls12() == Tls12::Impossible)
}

/// A release as the list shows it.
fn exchange_name(view: &View, named: &Named) -> String {
    let args = [("product", named.product), ("from", named.from), ("before", named.before)];
    match (named.from, named.before) {
        ("", "") => named.product.to_owned(),
        ("", _) => view.model.say_with("ui-exchange-before", &args),
        (_, "") => view.model.say_with("ui-exchange-from", &args),
        _ => view.model.say_with("ui-exchange-between", &args),
    }
}

/// Which Windows release, and how much to change.
pub(crate) fn target(view: &View) -> Html {
    let model = &view.model;
    let choose_os = {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            act.emit(Action::ChooseOs(Os::from_word(&browser::value_of(&event))));
        })
    };
    let choose_exchange = {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            act.emit(Action::ChooseExchange(browser::value_of(&event).parse().ok()));
        })
    };
    let choose_profile = {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            if let Some(profile) = Profile::from_word(&browser::value_of(&event)) {
                act.emit(Action::ChooseProfile(profile));
            }
        })
    };
    let verdict = model.report.as_ref().map(|report| &report.verdict);
    let told = verdict.filter(|verdict| !verdict.os_assumed && model.os.is_none());
    let unknown = match told {
        Some(verdict) => {
            let os = view.say(&format!("os-{}", verdict.os));
            model.say_with("ui-os-told", &[("os", &os)])
        }
        None => view.say("ui-os-unknown"),
    };
    html! {
        <div class="target">
            <label for="os">{ view.say("ui-os") }
                <select id="os" onchange={choose_os}>
                    <option value="" selected={model.os.is_none()}>{ unknown }</option>
                    { for Os::ALL.iter().map(|os| html! {
                        <option value={os.word()} selected={model.os == Some(*os)}>{ view.say(&format!("os-{}", os.word())) }</option>
                    }) }
                </select>
            </label>
            <label for="exchange">{ view.say("ui-exchange") }
                <select id="exchange" onchange={choose_exchange}>
                    <option value="" selected={model.exchange.is_none()}>{ view.say("ui-os-unknown") }</option>
                    { for EXCHANGE.iter().enumerate().map(|(place, named)| html! {
                        <option value={place.to_string()} selected={model.exchange == Some(place)}>{ exchange_name(view, named) }</option>
                    }) }
                </select>
            </label>
            <fieldset class="profiles">
                <legend>{ view.say("ui-profile") }</legend>
                { for Profile::ALL.iter().map(|profile| {
                    let id = format!("profile-{}", profile.word());
                    html! {
                        <label for={id.clone()}>
                            <input type="radio" name="profile" {id} value={profile.word()} checked={model.profile == *profile}
                                onchange={choose_profile.clone()} />
                            <span><strong>{ view.say(&format!("profile-{}", profile.word())) }</strong>
                            <span class="hint">{ view.say(&format!("profile-{}.reason", profile.word())) }</span></span>
                        </label>
                    }
                }) }
            </fieldset>
        </div>
    }
}

/// What changes, one row a value.
pub(crate) fn diff(view: &View, edits: &[EditReport]) -> Html {
    html! {
        <div class="scroll-x" tabindex="0" role="group" aria-label={view.say("ui-diff")}>
        <table class="diff">
            <caption>{ view.count("ui-diff-count", edits.len()) }</caption>
            <thead><tr>
                <th scope="col">{ view.say("ui-diff-value") }</th>
                <th scope="col">{ view.say("ui-diff-before") }</th>
                <th scope="col">{ view.say("ui-diff-after") }</th>
                <th scope="col">{ view.say("ui-diff-why") }</th>
            </tr></thead>
            <tbody>
            { for edits.iter().map(|edit| html! {
                <tr>
                    <th scope="row">
                        <bdi dir="ltr" class="key" title={edit.key.clone()}>{ short(&edit.key) }</bdi>
                        <span><code>{ &edit.name }</code>{ format!(" ({})", edit.kind) }</span>
                    </th>
                    <td data-label={view.say("ui-diff-before")}><del class={edit.before.is_none().then_some("nothing")}>{ before(view, edit) }</del></td>
                    <td data-label={view.say("ui-diff-after")}><ins>{ after(view, edit) }</ins></td>
                    <td data-label={view.say("ui-diff-why")}>{ rich(&view.say(&format!("edit-reason-{}", edit.reason))) }
                        if !edit.for_smtp { <span class="sub">{ view.say("ui-not-for-smtp") }</span> }</td>
                </tr>
            }) }
            </tbody>
        </table>
        </div>
    }
}

/// The last parts of a key, which tell keys apart.
fn short(key: &str) -> String {
    let parts: Vec<&str> = key.split('\\').collect();
    if let Some(place) = parts.iter().position(|part| part.eq_ignore_ascii_case("Protocols")) {
        return format!("…\\{}", parts.get(place + 1..).unwrap_or_default().join("\\"));
    }
    let head = if key.to_lowercase().contains("wow6432node") { "…\\WOW6432Node\\…\\" } else { "…\\" };
    format!("{head}{}", parts.last().copied().unwrap_or(key))
}

fn data(data: &ArgReport) -> String {
    match data {
        ArgReport::Number(number) if *number > 9 => format!("{number} (0x{number:08x})"),
        ArgReport::Number(number) => number.to_string(),
        ArgReport::Text(text) => text.clone(),
    }
}

fn before(view: &View, edit: &EditReport) -> String {
    match &edit.before {
        Some(value) => data(value),
        None if edit.before_known => view.say("ui-absent"),
        None => view.say("ui-not-known"),
    }
}

fn after(view: &View, edit: &EditReport) -> String {
    edit.after.as_ref().map_or_else(|| view.say("ui-deleted"), data)
}

/// What is to be known before importing it.
pub(crate) fn conflicts(view: &View, fix: &FixReport) -> Html {
    let warnings = fix.warnings.iter().map(|warning| html! {
        <div class="bar warning" data-warning={warning.code.clone()}>{ icon(Icon::Warning) }<p>{ rich(&warning.message) }</p></div>
    });
    if fix.conflicts.is_empty() {
        return html! { <>{ for warnings }</> };
    }
    html! {
        <>
        { for warnings }
        <div class="bar warning">{ icon(Icon::Warning) }<div>
            <strong>{ view.say("ui-conflicts") }</strong>
            <ul>{ for fix.conflicts.iter().map(|conflict| html! { <li>{ rich(&conflict.message) }</li> }) }</ul>
        </div></div>
        </>
    }
}

/// The two files, with their checksums.
fn files(view: &View, fix: &FixReport) -> Html {
    html! {
        <div class="files">
            { file(view, "mailtls-fix.reg", "ui-download-fix", &fix.reg, "primary") }
            { file(view, "mailtls-undo.reg", "ui-download-undo", &fix.undo, "") }
            <p class="hint">{ view.say("ui-download-hint") }</p>
        </div>
    }
}

/// One file to take along.
pub(crate) fn file(view: &View, name: &str, id: &str, text: &str, class: &'static str) -> Html {
    let bytes = to_bytes(text);
    let sum = mailtls_text::sha256(&bytes);
    let download = Download { name: name.to_owned(), mime: "text/x-registry", bytes };
    html! {
        <div class="file">
            <button type="button" {class} data-download={name.to_owned()} onclick={view.on(Action::Download(download))}>
                { icon(Icon::Download) }<span>{ view.model.say_with(id, &[("name", name)]) }</span>
            </button>
            <span class="sum"><abbr title="SHA-256">{ "SHA-256" }</abbr>{ " " }<code>{ sum }</code></span>
        </div>
    }
}

/// The fix as text in every form, with a copy button: the way where downloads are blocked.
fn forms(view: &View, fix: &FixReport) -> Html {
    let model = &view.model;
    let text = match model.form {
        Form::Reg => fix.reg.clone(),
        Form::Undo => fix.undo.clone(),
        Form::PowerShell => fix.powershell.clone(),
        Form::RegAdd => fix.commands.clone(),
        Form::Gpo => fix.group_policy.clone(),
    };
    let arrows = {
        let (act, now) = (view.act.clone(), model.form);
        Callback::from(move |event: KeyboardEvent| {
            let place = Form::ALL.iter().position(|form| *form == now).unwrap_or(0);
            let next = match event.key().as_str() {
                "ArrowRight" => place + 1,
                "ArrowLeft" => place + Form::ALL.len() - 1,
                _ => return,
            };
            if let Some(form) = Form::ALL.get(next % Form::ALL.len()) {
                event.prevent_default();
                act.emit(Action::ChooseForm(*form));
                browser::focus(&format!("tab-{}", form.word()));
            }
        })
    };
    html! {
        <div class="forms">
            <div role="tablist" aria-label={view.say("ui-forms")} onkeydown={arrows}>
                { for Form::ALL.into_iter().map(|form| {
                    let active = form == model.form;
                    html! {
                        <button type="button" role="tab" id={format!("tab-{}", form.word())} aria-selected={active.to_string()}
                            aria-controls="form-text" tabindex={if active { "0" } else { "-1" }}
                            onclick={view.on(Action::ChooseForm(form))}>{ view.say(&format!("ui-form-{}", form.word())) }</button>
                    }
                }) }
            </div>
            <div role="tabpanel" id="form-text" aria-labelledby={format!("tab-{}", model.form.word())}>
                <pre tabindex="0" dir="ltr" data-form={model.form.word()}>{ text.replace("\r\n", "\n") }</pre>
                <div class="buttons">
                    <button type="button" onclick={view.on(Action::Copy(text))}>{ icon(Icon::Copy) }<span>{ view.say("ui-copy") }</span></button>
                    <span class="hint">{ view.say(&format!("ui-form-{}.hint", model.form.word())) }</span>
                </div>
            </div>
        </div>
    }
}

/// What to do with the files, step by step.
pub(crate) fn checklist(view: &View) -> Html {
    html! {
        <fieldset class="checklist">
            <legend>{ view.say("ui-steps-title") }</legend>
            <ol>
            { for view.model.steps.iter().enumerate().map(|(step, done)| {
                let id = format!("step-{}", step + 1);
                html! {
                    <li>
                        <input type="checkbox" id={id.clone()} checked={*done} onchange={view.on(Action::Tick(step))} />
                        <div>
                            <label for={id}>{ rich(&view.say(&format!("ui-step-{}", step + 1))) }</label>
                            if step == 0 { { command(view, "backup", collect::REGISTRY) } }
                        </div>
                    </li>
                }
            }) }
            </ol>
            if view.model.before.is_none() {
                <button type="button" onclick={view.on(Action::Recheck)}>{ view.say("ui-recheck") }</button>
            }
        </fieldset>
    }
}
