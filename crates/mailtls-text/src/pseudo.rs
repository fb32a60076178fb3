//! Two languages nobody speaks, derived from English while running: one lengthened and accented, which shows
//! words that are not in the catalogs and places too narrow for a translation; one written from right to left.

use crate::Lang;

/// One stretch of words between arguments.
pub(crate) fn part(lang: Lang, words: &str) -> String {
    match lang {
        Lang::En | Lang::Es | Lang::PtBr => words.to_owned(),
        Lang::Pseudo => words.chars().map(accented).collect(),
        Lang::PseudoRtl => {
            let mut reversed = String::with_capacity(words.len() * 2);
            for word in words.split_inclusive(char::is_whitespace) {
                let end = word.trim_end().len();
                let (word, blank) = word.split_at(end);
                reversed.extend(["\u{202e}", word, "\u{202c}", blank]);
            }
            reversed
        }
    }
}

/// The whole text, its parts already put through [`part`].
pub(crate) fn sentence(lang: Lang, text: &str) -> String {
    match lang {
        Lang::En | Lang::Es | Lang::PtBr | Lang::PseudoRtl => text.to_owned(),
        // Translations of short labels grow most; a third is the usual allowance.
        Lang::Pseudo => {
            let fill: String = "·one·two·three·four".chars().cycle().take(text.chars().count() / 3).collect();
            format!("⟦{text}{fill}⟧")
        }
    }
}

fn accented(letter: char) -> char {
    match letter {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ö',
        'u' => 'ü',
        'n' => 'ñ',
        'c' => 'ç',
        'y' => 'ý',
        's' => 'š',
        'A' => 'Å',
        'E' => 'É',
        'I' => 'Î',
        'O' => 'Ø',
        'U' => 'Ü',
        'C' => 'Ç',
        'S' => 'Š',
        other => other,
    }
}
