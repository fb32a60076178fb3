//! A plan as a PowerShell script that knows `-WhatIf`.

use crate::fix::plan::{DeadKey, Edit, Plan, Reason};
use crate::registry::{KeyPath, RegData};
use std::fmt::Write as _;

/// The script, CRLF, ASCII. Run with `-WhatIf` it only says what it would do.
#[must_use]
pub fn to_powershell(plan: &Plan) -> String {
    let mut edits = String::new();
    for edit in &plan.edits {
        let _ = writeln!(edits, "    {}  # {} [{}]", entry(edit), edit.wish.reason.code(), edit.wish.rule);
    }
    for dead in &plan.keys {
        let _ = writeln!(edits, "    {}  # {} [{}]", key_entry(dead), Reason::Dead.code(), dead.rule);
    }
    format!("{HEAD}$edits = @(\n{edits})\n{BODY}").replace('\n', "\r\n")
}

const HEAD: &str = r#"#Requires -RunAsAdministrator
<#
.SYNOPSIS
    TLS 1.2 for mail between this server and Microsoft 365. Try it with -WhatIf first.
.DESCRIPTION
    Back up first: reg export "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols" "$env:USERPROFILE\Desktop\schannel-before.reg" /y
    Restart the server afterwards, then look for SP_PROT_TLS1_2 in the SMTP protocol logs.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param()

if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) {
    throw 'Run this in the 64-bit Windows PowerShell: a 32-bit one writes to other keys.'
}

"#;

const BODY: &str = r#"
foreach ($edit in $edits) {
    if ($edit.Type -eq 'DeleteKey') {
        # Only an empty key: one that holds more than was known stays.
        $key = Get-Item -LiteralPath $edit.Key -ErrorAction SilentlyContinue
        if ($key -and $PSCmdlet.ShouldProcess($edit.Key, 'Delete the key if it is empty')) {
            if ($key.SubKeyCount -eq 0 -and $key.ValueCount -eq 0) { Remove-Item -LiteralPath $edit.Key }
        }
        continue
    }
    $target = "$($edit.Key) : $($edit.Name)"
    if ($edit.Type -eq 'Delete') {
        if ($PSCmdlet.ShouldProcess($target, 'Delete the value')) {
            Remove-ItemProperty -LiteralPath $edit.Key -Name $edit.Name -ErrorAction SilentlyContinue
        }
        continue
    }
    if ($PSCmdlet.ShouldProcess($target, "Set to $($edit.Value) ($($edit.Type))")) {
        if (-not (Test-Path -LiteralPath $edit.Key)) {
            New-Item -Path $edit.Key -Force | Out-Null
        }
        New-ItemProperty -LiteralPath $edit.Key -Name $edit.Name -PropertyType $edit.Type -Value $edit.Value -Force | Out-Null
    }
}
"#;

fn entry(edit: &Edit) -> String {
    let (kind, value) = match &edit.wish.after {
        None => ("Delete", "$null".to_owned()),
        Some(data) => typed(data),
    };
    format!(
        "@{{ Key = {}; Name = {}; Type = '{kind}'; Value = {value} }}",
        quoted(&drive(&edit.wish.path.key)),
        quoted(edit.wish.path.name.as_str())
    )
}

fn key_entry(dead: &DeadKey) -> String {
    format!("@{{ Key = {}; Name = $null; Type = 'DeleteKey'; Value = $null }}", quoted(&drive(&dead.key)))
}

/// The path as PowerShell names it: only two roots have a drive.
fn drive(key: &KeyPath) -> String {
    match key.as_str().strip_prefix("HKEY_LOCAL_MACHINE\\") {
        Some(below) => format!("HKLM:\\{below}"),
        None => format!("Registry::{key}"),
    }
}

fn typed(data: &RegData) -> (&'static str, String) {
    if let Some(number) = data.as_dword() {
        return ("DWord", number.to_string());
    }
    let bytes: Vec<String> = data.bytes.iter().map(|byte| format!("0x{byte:02x}")).collect();
    ("Binary", format!("([byte[]]({}))", bytes.join(",")))
}

/// A literal: every character PowerShell takes for a single quote is doubled.
fn quoted(text: &str) -> String {
    let mut literal = String::from("'");
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if matches!(letter, '\'' | '\u{2018}'..='\u{201B}') {
            literal.push(letter);
        }
        literal.push(letter);
    }
    literal.push('\'');
    literal
}
