//! One form for all the ways to write a word.

use super::{Decompose, LONGEST};

/// Folds a run of letters and digits. The number is the length in bytes of what is
/// stemmed: without a final "'s", which is no part of the name before it. `None` when
/// nothing is left.
pub(super) fn fold(run: &str, decompose: Decompose) -> Option<(String, usize)> {
    let decomposed;
    let run = if run.is_ascii() {
        run
    } else {
        decomposed = decompose(run);
        &decomposed
    };
    let mut form = String::with_capacity(run.len());
    let mut base = None;
    let mut letters = 0;
    for character in run.chars() {
        if is_apostrophe(character) {
            base = Some(form.len());
        } else if !is_mark(character) && letters < LONGEST {
            letters += 1;
            match character {
                'ß' | 'ẞ' => form.push_str("ss"),
                'æ' | 'Æ' => form.push_str("ae"),
                'œ' | 'Œ' => form.push_str("oe"),
                'ø' | 'Ø' => form.push('o'),
                'ł' | 'Ł' => form.push('l'),
                'đ' | 'Đ' => form.push('d'),
                'ı' => form.push('i'),
                _ => form.extend(character.to_lowercase().filter(|&lower| !is_mark(lower))),
            }
        }
    }
    let base = base
        .filter(|&base| base > 0 && &form[base..] == "s")
        .unwrap_or(form.len());
    (!form.is_empty()).then_some((form, base))
}

/// The signs that stand for an apostrophe in practice.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '`' | '\u{b4}'
    )
}

/// Combining marks (Unicode blocks of that name) and soft hyphens and joiners, which
/// readers do not type.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}
