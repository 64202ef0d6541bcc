//! Character classes: which characters words are made of.

/// Beyond ASCII, what separates words: first and last characters, ascending. Signs that
/// texts have, not all that Unicode has: the tables of the standard library for that weigh
/// more than the rest of this module together. A sign that is missing here joins a word, in
/// the index and in questions alike.
const SIGNS: [(u32, u32); 44] = [
    (0x80, 0xa9),
    (0xab, 0xb1),
    (0xb4, 0xb4),
    (0xb6, 0xb8),
    (0xbb, 0xbb),
    (0xbf, 0xbf),
    (0xd7, 0xd7),
    (0xf7, 0xf7),
    (0x2c2, 0x2c5),
    (0x2d2, 0x2df),
    (0x300, 0x344),
    (0x346, 0x362),
    (0x37e, 0x37e),
    (0x387, 0x387),
    (0x482, 0x489),
    (0x55a, 0x55f),
    (0x589, 0x5af),
    (0x5be, 0x5be),
    (0x5c0, 0x5c0),
    (0x5c3, 0x5c3),
    (0x5c6, 0x5c6),
    (0x5f3, 0x60f),
    (0x61b, 0x61f),
    (0x66a, 0x66d),
    (0x6d4, 0x6d4),
    (0x700, 0x70f),
    (0x964, 0x965),
    (0xe3f, 0xe3f),
    (0xe5a, 0xe5b),
    (0x1360, 0x1368),
    (0x2000, 0x206f),
    (0x207a, 0x207e),
    (0x208a, 0x208e),
    (0x20a0, 0x20ff),
    (0x211e, 0x2123),
    (0x2190, 0x245f),
    (0x2500, 0x2775),
    (0x2794, 0x2bff),
    (0x2e00, 0x2e2e),
    (0x3000, 0x3004),
    (0x3008, 0x3020),
    (0xe000, 0xf8ff),
    (0xfe00, 0xfe6f),
    (0xfeff, 0xff0f),
];

/// The same among the last of the plane and above: brackets of full width, emoji, tags.
const LATER: [(u32, u32); 7] = [
    (0xff1a, 0xff20),
    (0xff3b, 0xff40),
    (0xff5b, 0xff65),
    (0xffe0, 0xffff),
    (0x1d000, 0x1d1ff),
    (0x1f000, 0x1faff),
    (0xe0000, 0x10_ffff),
];

/// Whether a character is a letter or a digit.
pub(super) fn is_word_char(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    let code = u32::from(character);
    let mut signs = SIGNS.iter().chain(&LATER);
    !signs.any(|&(first, last)| (first..=last).contains(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_unicode_calls_a_letter_or_a_number_is_one() {
        // Enclosed numbers of the supplementary planes are drawn as emoji are.
        let enclosed = 0x1f100..=0x1f189;
        for character in (0..0x11_0000).filter_map(char::from_u32) {
            let code = u32::from(character);
            if character.is_alphanumeric()
                && !enclosed.contains(&code)
                && !(0xe000..0xf900).contains(&code)
            {
                assert!(is_word_char(character), "{code:x} {character}");
            }
        }
    }

    #[test]
    fn signs_that_texts_have_are_none() {
        let signs = " \u{a0}.,;:!?…–—-‘’“”„«»‹›()[]{}<>&@#£€$¥%‰°©®™¬|/\\*+=×÷±−≤≥≠∞→←↑↓•·●■□✓✗☎✉★☆、。「」¿¡،؛؟׃־👶🏽👩‍👩‍👧\u{feff}\u{200b}";
        for sign in signs.chars() {
            assert!(!is_word_char(sign), "{:x} {sign}", u32::from(sign));
        }
    }
}
