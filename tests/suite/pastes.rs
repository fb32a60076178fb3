//! However a bounce, a queue or a log was cut or wrapped on its way here, it is read.

use crate::cases::case_files;
use crate::corpus::corpus;
use mailtls_core::session::{Options, diagnose};

/// Inputs of the case files, in two heaps: what people paste as text, and exports and logs.
fn inputs() -> (Vec<String>, Vec<String>) {
    let files = case_files();
    let sections = files.iter().flat_map(|(_, file)| &file.sections);
    let inputs = sections.flat_map(|section| section.inputs().collect::<Vec<_>>());
    let kinds = ["ndr", "queue", "event", "mta-log", "text", "eml"];
    let (pastes, files): (Vec<_>, Vec<_>) =
        inputs.partition(|(word, _)| kinds.contains(&word.split('#').next().unwrap_or_default()));
    let texts = |inputs: Vec<(&str, &str)>| inputs.into_iter().map(|(_, input)| input.to_owned()).collect();
    (texts(pastes), texts(files))
}

fn pastes() -> Vec<String> {
    inputs().0
}

#[test]
fn every_prefix_of_every_paste_is_read() {
    for paste in pastes() {
        for (end, _) in paste.char_indices() {
            let _ = diagnose([("paste", &paste.as_bytes()[..end])], &Options::default());
        }
    }
}

#[test]
fn every_prefix_of_every_file_is_read() {
    let files = corpus().into_values().flatten().map(|(_, bytes)| bytes);
    for bytes in files {
        let near = bytes.len().min(2048);
        for end in (0..near).chain((near..bytes.len()).step_by(53)) {
            let _ = diagnose([("paste", &bytes[..end])], &Options::default());
        }
    }
    // There are many, and their rows are alike: a step that divides no row comes to every place in one.
    for file in inputs().1 {
        for end in (0..file.len()).step_by(97) {
            let _ = diagnose([("paste", &file.as_bytes()[..end])], &Options::default());
        }
    }
}

#[test]
fn every_wrapping_of_every_input_is_read() {
    let (pastes, files) = inputs();
    for paste in pastes.into_iter().chain(files) {
        for width in (8..=80).step_by(6) {
            let wrapped: Vec<String> = paste.lines().map(|line| wrap(line, width)).collect();
            let _ = diagnose([("paste", wrapped.join("\n").as_bytes())], &Options::default());
        }
    }
}

#[test]
fn where_a_mail_program_wraps_the_documented_error_makes_no_difference() {
    let bounce = "Remote Server at contoso-com.mail.protection.outlook.com (192.0.2.25) returned \
                  '421 4.4.2 Connection dropped due to SocketError'";
    for width in 24..=120 {
        for prefix in ["", "> ", "> > "] {
            let wrapped = wrap(bounce, width).replace('\n', &format!("\n{prefix}"));
            let report = diagnose([("paste", format!("{prefix}{wrapped}").as_bytes())], &Options::default());
            assert_eq!(report.verdict.cause.word(), "tls-version", "width {width}: {wrapped}");
            assert!(report.verdict.because.iter().any(|rule| rule == "socket-error-bounce"), "width {width}");
        }
    }
}

/// The documentation's words for the dropped connection and for the demand of STARTTLS, by language.
const DOCUMENTED: &[(&str, &str, &str)] = &[
    ("ar", "تم إسقاط الاتصال بسبب SocketError", "يجب أن يتم إصدار أمر STARTTLS أولا"),
    ("bg", "Връзката е прекъсната поради SocketError", "Първо трябва да издаде команда STARTTLS"),
    ("cs", "Connection dropped due to SocketError", "Musí nejdřív vydat příkaz STARTTLS"),
    ("da", "Forbindelse tabt på grund af SocketError", "Skal først udstede en STARTTLS-kommando"),
    ("de", "Verbindung aufgrund von SocketError verworfen", "Muss zuerst einen STARTTLS-Befehl ausgeben"),
    ("el", "Η σύνδεση απορρίφθηκε λόγω SocketError", "Πρέπει πρώτα να εκδώσει μια εντολή STARTTLS"),
    ("en", "Connection dropped due to SocketError", "Must issue a STARTTLS command first"),
    ("es", "Conexión interrumpida debido a SocketError", "Debe emitir primero un comando STARTTLS."),
    ("et", "Connection dropped due due SocketError", "Esmalt tuleb väljastada käsk STARTTLS"),
    ("fi", "Yhteys katkesi SocketErrorin vuoksi", "On ensin tehtävä STARTTLS-komento"),
    ("fr", "Connection dropped due to SocketError", "Doit d'abord émettre une commande STARTTLS"),
    ("he", "החיבור ששוחרר עקב SocketError", "חייב להנפיק תחילה פקודת STARTTLS"),
    ("hr", "Veza je ispuštena zbog SocketError", "Najprije morate izdati naredbu STARTTLS"),
    ("hu", "A Kapcsolat a SocketError miatt megszakadt", "STARTTLS parancsot kell kiadni"),
    ("id", "Koneksi menurun karena SocketError", "Harus mengeluarkan perintah STARTTLS terlebih dahulu"),
    ("it", "Connessione interrotta a causa di SocketError", "Deve emettere prima un comando STARTTLS"),
    ("ja", "SocketError により接続がドロップされました", "最初に STARTTLS コマンドを発行する必要があります"),
    ("ko", "SocketError로 인해 연결이 끊어졌다", "STARTTLS 명령을 먼저 실행해야 합니다"),
    ("lt", "Ryšys numestas dėl SocketError", "Pirmiausia turi būti išsiųsta KOMANDA STARTTLS"),
    ("lv", "Savienojums tiek atmests SocketError dēļ", "Vispirms ir jāizsniedz komandu STARTTLS"),
    ("nb", "Tilkobling ble brutt på grunn av SocketError", "Må utstede en STARTTLS-kommando først"),
    ("nl", "Connection dropped due to SocketError", "Moet eerst een STARTTLS-opdracht geven"),
    (
        "pl",
        "Połączenie zostało przerwane z powodu SocketError",
        "Należy najpierw uruchomić polecenie STARTTLS",
    ),
    ("pt-BR", "A conexão caiu devido a SocketError", "Deve emitir primeiro um comando STARTTLS"),
    ("pt-PT", "Ligação abandonada devido a SocketError", "Tem de emitir primeiro um comando STARTTLS"),
    (
        "ro",
        "Conexiunea a fost retrasă din cauza SocketError",
        "Trebuie să emită mai întâi o comandă STARTTLS",
    ),
    ("ru", "Подключение, отброшенное из-за SocketError", "Сначала необходимо издать команду STARTTLS"),
    ("sk", "Connection vynechá pre SocketError", "najskôr musí vydať príkaz STARTTLS"),
    ("sl", "povezava je bila opuščena SocketError", "Najprej je treba izdati ukaz STARTTLS"),
    ("sr", "Veza je zakačena zbog greške SocketError", "Mora prvo da izda KOMANDU STARTTLS"),
    ("sv", "Anslutningen har släppts på grund av SocketError", "Måste utfärda ett STARTTLS-kommando först"),
    ("th", "การเชื่อมต่อลดลงเนื่องจาก SocketError", "ต้องออกสั่ง STARTTLS ก่อน"),
    ("tr", "Yuva Hata nedeniyle bağlantı bırakıldı", "Öncelikle STARTTLS komutu ve olmalı"),
    ("uk", "Connection dropped due to SocketError", "Must issue a STARTTLS command first"),
    ("vi", "Kết nối bị mất do SocketError", "Phải phát hành lệnh STARTTLS trước tiên"),
    ("zh-CN", "连接由于 SocketError 而丢弃", "必须先发出 STARTTLS 命令"),
    ("zh-TW", "Connection 由於 SocketError 已中斷", "必須簽發 STARTTLS 命令 first"),
];

#[test]
fn the_documentation_is_recognised_in_every_language_by_code_and_token() {
    for (language, dropped, demand) in DOCUMENTED {
        let dropped = format!("\u{ab}421 4.4.2 {dropped}\u{bb} (Office 365)");
        let verdict = diagnose([("paste", dropped.as_bytes())], &Options::default()).verdict;
        assert_eq!((verdict.cause.word(), verdict.certainty.word()), ("tls-version", "likely"), "{language}");
        let demand = format!("\u{201e}451 5.7.3 {demand}\u{201c} (Office 365)");
        let verdict = diagnose([("paste", demand.as_bytes())], &Options::default()).verdict;
        assert_eq!(verdict.cause.word(), "starttls-required", "{language}");
    }
}

/// Breaks a line every `width` characters, as careless programs do.
fn wrap(line: &str, width: usize) -> String {
    let characters: Vec<char> = line.chars().collect();
    let pieces: Vec<String> = characters.chunks(width).map(|piece| piece.iter().collect()).collect();
    pieces.join("\n")
}
