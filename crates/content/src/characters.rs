//! Characters: which may stand in a page, which can be seen, and what they are called.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use icu_properties::{
    CodePointSetData,
    props::{Dash, DefaultIgnorableCodePoint, NoncharacterCodePoint},
};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};

use crate::{ParseError, diagnostics::Diagnostics};

/// How many lines with forbidden characters are told of in one file.
const MAX_REPORTED: usize = 20;

/// Whether no page may hold the character (WHATWG HTML, 13.2.3.5 "Preprocessing the input
/// stream": controls other than white space, and noncharacters).
pub(crate) fn is_forbidden(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}')
        || CodePointSetData::new::<NoncharacterCodePoint>().contains(letter)
}

/// Whether another program means the end of a line by it: Word (U+000B), mainframes (U+0085),
/// page layout (U+2028, U+2029). All are of the class BK or NL of UAX #14.
pub(crate) fn is_line_end(letter: char) -> bool {
    matches!(letter, '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The text with line ends of other programs as spaces.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(is_line_end) {
        text.replace(is_line_end, " ").into()
    } else {
        text.into()
    }
}

/// The text with every dash as a hyphen: programs write `2017–18`, and it looks the same.
pub(crate) fn with_hyphens(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let is_dash = |letter| CodePointSetData::new::<Dash>().contains(letter);
    text.replace(is_dash, "-").into()
}

/// Whether a reader would see anything of the text: white space, what is to be ignored (UAX #44,
/// "Default_Ignorable_Code_Point"), controls, marks without a letter and the blank of Braille are
/// nothing to see.
pub(crate) fn is_visible(text: &str) -> bool {
    text.chars()
        .any(|letter| !is_unseen(letter) && !is_combining_mark(letter))
}

fn is_unseen(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || letter == '\u{2800}'
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter)
}

/// Whether text ends an address by the character: typographic marks (the blocks "General
/// Punctuation" and "CJK Symbols and Punctuation" of Unicode, and those of French, Arabic and
/// Chinese), spaces, and what cannot be seen. An address that does hold one has it with % signs (RFC 3987, 3.1).
pub(crate) fn ends_address(letter: char) -> bool {
    !letter.is_ascii()
        && (matches!(
            letter,
            '«' | '»' | '،' | '؛' | '؟' | '۔'
                | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}'
                | '\u{ff01}'..='\u{ff0f}' | '\u{fffc}'
        ) || is_unseen(letter))
}

/// Whether the character is a hyphen or joins two letters unseen, so that another program may have
/// put it into an address.
pub(crate) fn may_part_address(letter: char) -> bool {
    matches!(letter, '\u{2010}' | '\u{2011}')
        || ends_address(letter) && !letter.is_whitespace() && is_unseen(letter)
}

/// What a character is called: `U+00A0 NO-BREAK SPACE`. Controls have no names, only aliases
/// (the file NameAliases.txt of the Unicode Character Database).
pub(crate) fn name(letter: char) -> String {
    let alias = match letter {
        '\0' => Some("NULL"),
        '\u{8}' => Some("BACKSPACE"),
        '\t' => Some("CHARACTER TABULATION"),
        '\n' => Some("LINE FEED"),
        '\u{b}' => Some("LINE TABULATION"),
        '\u{c}' => Some("FORM FEED"),
        '\r' => Some("CARRIAGE RETURN"),
        '\u{1b}' => Some("ESCAPE"),
        '\u{7f}' => Some("DELETE"),
        '\u{85}' => Some("NEXT LINE"),
        letter if letter.is_control() => Some("CONTROL"),
        letter if is_private_use(letter) => Some("PRIVATE USE"),
        _ => None,
    };
    let name = alias.map(str::to_owned).or_else(|| {
        let name = unicode_names2::name(letter)?;
        Some(name.to_string())
    });
    let name = name.unwrap_or_else(|| "NONCHARACTER".into());
    format!("U+{:04X} {name}", u32::from(letter))
}

/// A message with every character named that nobody would see, or see for another one.
pub(crate) fn shown(message: String) -> String {
    // Signs that join the parts of an emoji, or choose how it is drawn, do their work there.
    let joins = |letter: char| matches!(letter, '\u{200d}' | '\u{fe0e}' | '\u{fe0f}');
    let unseen = |letter: char| letter != ' ' && letter != '\n' && is_unseen(letter);
    if !message.contains(|letter| unseen(letter) && !joins(letter)) {
        return message;
    }
    let mut out = String::with_capacity(message.len());
    for letter in message.chars() {
        if unseen(letter) && !joins(letter) {
            out.push_str(&format!("<{}>", name(letter)));
        } else {
            out.push(letter);
        }
    }
    out
}

/// Whether Word writes a sign of its fonts Symbol and Wingdings so: other fonts have none there, or
/// another one.
pub(crate) fn is_of_symbol_font(letter: char) -> bool {
    matches!(letter, '\u{f020}'..='\u{f0ff}')
}

/// Whether each font may draw another sign for the character.
fn is_private_use(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// Why a character was refused.
pub(crate) fn forbidden(letter: char) -> ParseError {
    ParseError::new(
        format!("There is a {}, which no page may hold.", name(letter)),
        "Take it out: it cannot be seen, and may stand between two letters.",
    )
}

/// What became of a character whose UTF-8 was read as Windows-1252, such as `Ã©` of é: its first
/// byte has become Â, Ã, Å, Ä, â or ï, and no text has what its second byte has become behind one of
/// these. As Windows-1251, “â€™” is “вЂ™”.
fn wrongly_decoded(line: &str) -> Option<&str> {
    line.char_indices().find_map(|(at, first)| {
        let rest = &line[at + first.len_utf8()..];
        let second = rest.chars().next()?;
        let is_wrong = match first {
            'Â' | 'Ã' => ('\u{80}'..='\u{bf}').contains(&second),
            'Å' | 'Ä' => "‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™š›¡¢£¤¥¦§¨©«¬®¯°±²³´µ¶·¸¹»¼½¾¿".contains(second),
            'â' => matches!(second, '€' | '‚' | '†' | '\u{82}' | '\u{86}'),
            'ï' => matches!(second, '‚' | '¿' | '»' | '\u{82}'),
            'в' => second == 'Ђ',
            _ => false,
        };
        is_wrong.then(|| &line[at..][..first.len_utf8() + second.len_utf8()])
    })
}

/// What was lost in a line before it was saved, and what to do.
fn lost(line: &str) -> Option<ParseError> {
    if line.contains(char::REPLACEMENT_CHARACTER) {
        return Some(ParseError::new(
            format!(
                "There is a {} where a letter was lost.",
                name(char::REPLACEMENT_CHARACTER)
            ),
            "Write the letter that belongs there.",
        ));
    }
    let wrong = wrongly_decoded(line)?;
    Some(ParseError::new(
        format!("There is `{wrong}`, which is what other programs make of a letter in UTF-8."),
        "Write the letter itself, such as é for Ã© and ’ for â€™.",
    ))
}

/// Reports what a file must not hold. Whether it may be read.
pub(crate) fn check_source(text: &str, diagnostics: &mut Diagnostics) -> bool {
    let refused = |letter: char| is_forbidden(letter) && !is_line_end(letter);
    let lines = (1u32..).zip(text.split_inclusive('\n'));
    let errors = lines.filter_map(|(number, line)| {
        let error = match line.chars().find(|letter| refused(*letter)) {
            Some(letter) => Some(forbidden(letter)),
            None if line.is_ascii() => None,
            None => lost(line),
        };
        Some((number, error?))
    });
    for (line, error) in errors.take(MAX_REPORTED) {
        diagnostics.report_error(line, error);
    }
    !text.contains(refused)
}

/// A name as all systems would write it: an accent and its letter as one (UAX #15, NFC). Some
/// store the names of files the other way.
pub fn composed(name: &str) -> Cow<'_, str> {
    if is_nfc(name) {
        name.into()
    } else {
        name.nfc().collect::<String>().into()
    }
}
