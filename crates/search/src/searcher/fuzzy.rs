//! Spelling correction against the index's own vocabulary: the forms within one or two edits of a
//! word.

use crate::top_k;

/// The factor for a form with another first letter: typos are rare there.
const OTHER_FIRST: f32 = 0.3;
/// The factor for a form of which the word is the beginning.
const UNFINISHED: f32 = 0.4;
/// The most corrections of a word.
const MAX_CORRECTIONS: usize = 3;
/// From how many letters one edit is allowed, and two.
const ONE_EDIT: usize = 4;
const TWO_EDITS: usize = 8;
/// From how many letters a word may be the misspelt beginning of a longer one: nearly every shorter one
/// is one letter away from that of some other.
const PREFIX: usize = 6;
/// From how many letters the first one may be wrong, unless it has changed places with the second.
const FIRST_WRONG: usize = 6;
/// From how many letters one may stand for any other, and not for those alone that are taken for it:
/// by one letter, shorter words turn into many others.
const ANY_REPLACED: usize = 6;

/// Collects the forms that are near a word.
#[derive(Debug)]
pub(crate) struct FuzzyMatcher {
    word: Vec<char>,
    letters: u32,
    is_prefix: bool,
    /// Forms with their likelihood: one edit away, two.
    near: [Vec<(String, f32)>; 2],
    /// Scratch space: the form that is considered, and the table of distances.
    meant: Vec<char>,
    table: Vec<usize>,
}

impl FuzzyMatcher {
    /// `None` when the word is too short to be corrected or has digits.
    pub(crate) fn new(form: &str, is_prefix: bool) -> Option<Self> {
        let word: Vec<char> = form.chars().collect();
        let is_word = word.len() >= ONE_EDIT && !word.iter().any(char::is_ascii_digit);
        is_word.then(|| Self {
            letters: letters(&word),
            is_prefix: is_prefix && word.len() >= PREFIX,
            word,
            near: [Vec::new(), Vec::new()],
            meant: Vec::new(),
            table: Vec::new(),
        })
    }

    /// How many edits the word may be away from what is meant.
    fn edits(&self) -> usize {
        if self.word.len() < TWO_EDITS { 1 } else { 2 }
    }

    /// Whether a form of these [`letters`] may be near the word: an edit brings in at most one letter
    /// that was not meant. Most forms are not.
    pub(crate) fn may_be_near(&self, letters: u32) -> bool {
        (self.letters & !letters).count_ones() as usize <= self.edits()
    }

    /// Considers a form that so many documents have.
    pub(crate) fn consider(&mut self, form: &str, documents: usize) {
        self.meant.clear();
        self.meant.extend(form.chars());
        let meant = self.meant.as_slice();
        if meant.len() < ONE_EDIT || !self.may_be_near(letters(meant)) {
            return;
        }
        let edits = self.edits();
        let has_other_first = meant[0] != self.word[0];
        let is_swapped = meant[0] == self.word[1] && meant[1] == self.word[0];
        if has_other_first && self.word.len() < FIRST_WRONG && !is_swapped {
            return;
        }
        // Of a word that goes on no more than one slip tells what it is to be: nearly all letters are two
        // slips from the beginning of some word. One that is whole is the likelier one.
        let mut found: Option<(usize, f32)> = None;
        for (is_prefix, at_most, likelihood) in [(false, edits, 1.0), (true, 1, UNFINISHED)] {
            if is_prefix && !self.is_prefix || found.is_some_and(|(distance, _)| distance <= 1) {
                break;
            }
            let table = &mut self.table;
            let distance = edit_distance(&self.word, meant, is_prefix, at_most, table);
            found = distance.map(|distance| (distance, likelihood)).or(found);
        }
        let Some((distance, likelihood)) = found else {
            return;
        };
        let first = if has_other_first { OTHER_FIRST } else { 1.0 };
        let near = &mut self.near[distance.saturating_sub(1)];
        if !near.iter().any(|(known, _)| known == form) {
            near.push((form.into(), (documents as f32).sqrt() * first * likelihood));
        }
    }

    /// Whether a form one edit away was considered.
    pub(crate) fn has_one_edit(&self) -> bool {
        !self.near[0].is_empty()
    }

    /// The likeliest forms, with their likelihoods in parts of the first.
    pub(crate) fn best(self) -> Vec<(String, f32)> {
        let [one, two] = self.near;
        let near = if one.is_empty() { two } else { one };
        let mut best = Vec::new();
        for (form, weight) in near {
            let place = best.partition_point(|better: &(String, f32)| {
                better.1 > weight || (better.1 == weight && better.0 < form)
            });
            top_k::insert(&mut best, place, (form, weight), MAX_CORRECTIONS);
        }
        let most = best.first().map_or(1.0, |best| best.1);
        for (_, weight) in &mut best {
            *weight /= most;
        }
        best
    }
}

/// Which letters a word has, a bit for each, or for a few that share it.
pub(crate) fn letters(word: &[char]) -> u32 {
    word.iter()
        .fold(0, |letters, &letter| letters | 1 << (letter as u32 & 31))
}

/// Where the letters from a to z are on a keyboard: sixteen for each row from the top, one for each key
/// from the left. Each row stands half a key to the right of the one above it.
const KEYS: [u8; 26] = [
    16, 36, 34, 18, 2, 19, 20, 21, 7, 22, 23, 24, 38, 37, 8, 9, 0, 3, 17, 4, 6, 35, 1, 33, 5, 32,
];
/// The letters a, e, i, o, u and y, a bit for each from a on.
const VOWELS: u32 = 0x0110_4111;

/// Whether one letter is written for another by a slip: between neighbours on the keyboard and between
/// vowels. Of letters that are not on it nothing is known.
fn is_slip(one: char, other: char) -> bool {
    let place = |letter: char| (letter as usize).wrapping_sub('a' as usize);
    let (one, other) = (place(one), place(other));
    let (Some(key), Some(near)) = (KEYS.get(one), KEYS.get(other)) else {
        return true;
    };
    let are_vowels = (VOWELS >> one) & (VOWELS >> other) & 1 == 1;
    are_vowels || matches!(key.abs_diff(*near), 1 | 15 | 16)
}

/// How many edits it takes to write one letter for another in a word of so many letters.
fn replaced(one: char, other: char, letters: usize) -> usize {
    if one == other {
        0
    } else if letters >= ANY_REPLACED || is_slip(one, other) {
        1
    } else {
        2
    }
}

/// The edit distance of `word` and `meant`, if it is at most `at_most`: letters left out, added
/// or replaced, or two neighbours transposed (the restricted distance of Damerau, *A technique
/// for computer detection and correction of spelling errors*, CACM 1964; [`replaced`]). `is_prefix`: the
/// distance to the nearest prefix of `meant`. `table` is scratch space.
fn edit_distance(
    word: &[char],
    meant: &[char],
    is_prefix: bool,
    at_most: usize,
    table: &mut Vec<usize>,
) -> Option<usize> {
    let meant = if is_prefix {
        &meant[..meant.len().min(word.len() + at_most)]
    } else {
        meant
    };
    if word.len().abs_diff(meant.len()) > at_most {
        return None;
    }
    let width = meant.len() + 1;
    table.clear();
    table.extend(0..width);
    for down in 1..=word.len() {
        table.push(down);
        let mut least = down;
        for across in 1..width {
            let at = down * width + across;
            let mut steps =
                table[at - width - 1] + replaced(word[down - 1], meant[across - 1], word.len());
            steps = steps.min(table[at - 1] + 1).min(table[at - width] + 1);
            let transposed = down > 1
                && across > 1
                && word[down - 1] == meant[across - 2]
                && word[down - 2] == meant[across - 1];
            if transposed {
                steps = steps.min(table[at - 2 * width - 2] + 1);
            }
            least = least.min(steps);
            table.push(steps);
        }
        // A transposition may still save one.
        if least > at_most + 1 {
            return None;
        }
    }
    let last = &table[word.len() * width..];
    let reached = if is_prefix {
        last.iter().min()
    } else {
        last.last()
    };
    reached.copied().filter(|&steps| steps <= at_most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(word: &str, is_prefix: bool, site: &[&str]) -> Vec<String> {
        let mut matcher = FuzzyMatcher::new(word, is_prefix).expect("long enough");
        for form in site {
            matcher.consider(form, 1);
        }
        matcher.best().into_iter().map(|(form, _)| form).collect()
    }

    #[test]
    fn one_edit_is_allowed_from_four_letters_and_two_from_eight() {
        assert_eq!(meant("reveiw", false, &["review", "reviews"]), ["review"]);
        assert_eq!(meant("chld", false, &["child", "chile"]), ["child"]);
        assert_eq!(
            meant("safegaurdng", false, &["safeguarding"]),
            ["safeguarding"]
        );
        assert!(meant("caer", false, &["chore"]).is_empty());
        assert!(meant("cocaine", false, &["contained"]).is_empty());
        assert!(FuzzyMatcher::new("cat", false).is_none());
        assert!(FuzzyMatcher::new("3984", false).is_none());
    }

    #[test]
    fn nearer_forms_win_and_other_first_letters_come_last() {
        assert_eq!(meant("boards", false, &["board", "boarders"]), ["board"]);
        assert_eq!(
            meant("marthe", false, &["tarthe", "martha", "marthas"]),
            ["martha", "tarthe"]
        );
        assert_eq!(
            meant("rection", false, &["rections", "section", "action"]),
            ["rections", "section"]
        );
        assert_eq!(meant("recting", false, &["secting"]), ["secting"]);
    }

    #[test]
    fn letters_of_short_words_are_replaced_by_their_neighbours_and_by_vowels() {
        for typed in ["chils", "chikd", "chuld", "cbild"] {
            assert_eq!(meant(typed, false, &["child"]), ["child"], "{typed}");
        }
        assert_eq!(meant("janit", false, &["janet"]), ["janet"]);
        for (typed, other) in [
            ("point", "print"),
            ("heart", "health"),
            ("break", "bread"),
            ("fight", "light"),
        ] {
            assert!(meant(typed, true, &[other]).is_empty(), "{typed}");
        }
        assert_eq!(meant("boakds", false, &["boards"]), ["boards"]);
        assert_eq!(meant("детм", false, &["дети"]), ["дети"]);
    }

    #[test]
    fn short_words_are_no_beginnings_and_have_their_first_letter() {
        assert_eq!(meant("hcild", false, &["child"]), ["child"]);
        for (typed, other) in [
            ("hate", "latest"),
            ("dear", "death"),
            ("lose", "close"),
            ("price", "procedure"),
        ] {
            assert!(meant(typed, true, &[other]).is_empty(), "{typed}");
        }
    }

    #[test]
    fn a_prefix_is_corrected_too() {
        assert_eq!(meant("saefgu", true, &["safeguarding"]), ["safeguarding"]);
        assert!(meant("saefg", true, &["safeguarding"]).is_empty());
        assert!(meant("saefgu", false, &["safeguarding"]).is_empty());
    }
}
