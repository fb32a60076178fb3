//! The lines an administrator copies to collect the evidence. They read, and write copies; they change nothing.

/// Exports what decides about TLS, and copies the newest protocol logs beside it, into a folder on the desktop.
pub(crate) const ALL: &str = r#"$to = "$env:USERPROFILE\Desktop\mailtls-$env:COMPUTERNAME"
New-Item -ItemType Directory -Force -Path $to | Out-Null
$keys = [ordered]@{
  schannel = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL'
  computer = 'SYSTEM\CurrentControlSet\Control\ComputerName\ComputerName'
  net      = 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319'
  net32    = 'SOFTWARE\WOW6432Node\Microsoft\.NETFramework\v4.0.30319'
}
foreach ($name in $keys.Keys) { reg export "HKLM\$($keys[$name])" "$to\$env:COMPUTERNAME-$name.reg" /y }
Get-ChildItem "$env:ExchangeInstallPath\TransportRoles\Logs" -Recurse -Filter *.LOG |
  Where-Object DirectoryName -Like '*\ProtocolLog\Smtp*' | Group-Object DirectoryName | ForEach-Object {
    $_.Group | Sort-Object LastWriteTime | Select-Object -Last 2 | ForEach-Object {
      Copy-Item $_.FullName "$to\$($_.Directory.Parent.Parent.Name)-$($_.Name)" } }
Compress-Archive -Path "$to\*" -DestinationPath "$to.zip" -Force"#;

/// Exports the one key that decides, from a command prompt.
pub(crate) const REGISTRY: &str = r#"reg export "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL" "%USERPROFILE%\Desktop\%COMPUTERNAME%-schannel.reg""#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_collects_runs_nothing_loads_nothing_and_changes_nothing() {
        for text in [ALL, REGISTRY] {
            let lower = text.to_lowercase();
            let never = [
                "invoke-",
                "iex",
                "http",
                "webclient",
                "start-",
                "set-",
                "remove-",
                "reg add",
                "reg delete",
                "reg import",
                "stop-",
                "restart-",
                "enable-",
                "disable-",
                "add-",
            ];
            for word in never {
                assert!(!lower.contains(word), "{word}");
            }
            assert!(lower.contains("reg export"));
        }
        assert!(ALL.contains("Compress-Archive"));
    }
}
