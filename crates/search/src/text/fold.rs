//! Folding: one form for all the ways to write a word (case, accents, ligatures, apostrophes).

use super::normalizer::Normalizer;
use super::token::MAX_TOKEN_CHARS;

/// Folds a run of letters and digits. The number is the length in bytes of what is
/// stemmed: without a final "'s", which is no part of the name before it. `None` when
/// nothing is left.
pub(super) fn fold(run: &str, normalizer: Normalizer) -> Option<(String, usize)> {
    // Most words: nothing to fold but capitals.
    if run.len() <= MAX_TOKEN_CHARS && run.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let form = run.to_ascii_lowercase();
        return Some((form, run.len())).filter(|_| !run.is_empty());
    }
    let run = if run.is_ascii() {
        run.to_ascii_lowercase()
    } else {
        normalizer(run)
    };
    let mut form = String::with_capacity(run.len());
    let mut base = None;
    let mut letters = 0;
    for character in run.chars() {
        if is_apostrophe(character) {
            base = Some(form.len());
        } else if !is_mark(character) && letters < MAX_TOKEN_CHARS {
            letters += 1;
            match character {
                'ß' => form.push_str("ss"),
                'æ' => form.push_str("ae"),
                'œ' => form.push_str("oe"),
                'ø' => form.push('o'),
                'ł' => form.push('l'),
                'đ' => form.push('d'),
                'ı' => form.push('i'),
                _ => form.push(character),
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
