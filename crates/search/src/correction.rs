//! Slips of the keyboard: the words of the site that a word nobody wrote was meant to be.

use crate::ranking;

/// What a word with another first letter counts: slips rarely begin a word.
const OTHER_FIRST: f32 = 0.3;
/// The most words that are tried for one.
const MOST: usize = 3;
/// From how many letters one slip is forgiven, and two.
const ONE_SLIP: usize = 4;
const TWO_SLIPS: usize = 7;

/// What a word may have been meant to be, the likeliest first.
#[derive(Debug)]
pub(crate) struct Correction {
    word: Vec<char>,
    letters: u32,
    half_typed: bool,
    /// Words with their likelihood: one slip, two.
    near: [Vec<(String, f32)>; 2],
    meant: Vec<char>,
    row: Vec<usize>,
}

impl Correction {
    /// `None` when the word is too short to be bent or is no word.
    pub(crate) fn of(form: &str, half_typed: bool) -> Option<Self> {
        let word: Vec<char> = form.chars().collect();
        let bent = word.len() >= ONE_SLIP && !word.iter().any(char::is_ascii_digit);
        bent.then(|| Self {
            letters: letters(&word),
            word,
            half_typed,
            near: [Vec::new(), Vec::new()],
            meant: Vec::new(),
            row: Vec::new(),
        })
    }

    /// Considers a word that stands in so many documents.
    pub(crate) fn consider(&mut self, form: &str, documents: usize) {
        self.meant.clear();
        self.meant.extend(form.chars());
        let meant = self.meant.as_slice();
        let slips = if self.word.len() < TWO_SLIPS { 1 } else { 2 };
        // A slip brings in at most one letter that was not meant: most words go here.
        let strange = self.letters & !letters(meant);
        if meant.len() < ONE_SLIP || strange.count_ones() > slips as u32 {
            return;
        }
        let Some(distance) = distance(&self.word, meant, self.half_typed, slips, &mut self.row)
        else {
            return;
        };
        let first = if meant[0] == self.word[0] {
            1.0
        } else {
            OTHER_FIRST
        };
        let near = &mut self.near[distance.saturating_sub(1)];
        if !near.iter().any(|(known, _)| known == form) {
            near.push((form.into(), (documents as f32).sqrt() * first));
        }
    }

    /// Whether a word one slip away was considered.
    pub(crate) fn is_near(&self) -> bool {
        !self.near[0].is_empty()
    }

    /// The likeliest words with their shares of the likelihood.
    pub(crate) fn best(self) -> Vec<(String, f32)> {
        let [one, two] = self.near;
        let near = if one.is_empty() { two } else { one };
        let mut best = Vec::new();
        for (form, weight) in near {
            let place = best.partition_point(|better: &(String, f32)| {
                better.1 > weight || (better.1 == weight && better.0 < form)
            });
            ranking::insert(&mut best, place, (form, weight), MOST);
        }
        let most = best.first().map_or(1.0, |best| best.1);
        for (_, weight) in &mut best {
            *weight /= most;
        }
        best
    }
}

/// Which letters a word has, a bit for each, or for a few that share it.
fn letters(word: &[char]) -> u32 {
    word.iter()
        .fold(0, |letters, &letter| letters | 1 << (letter as u32 & 31))
}

/// How far `word` is from `meant`, if no farther than `at_most`: letters left out, added or
/// replaced, or two neighbours changed over (the restricted distance of Damerau, *A
/// technique for computer detection and correction of spelling errors*, CACM 1964).
/// `half_typed`: from the beginning of `meant` that is nearest. `table` is scratch space.
fn distance(
    word: &[char],
    meant: &[char],
    half_typed: bool,
    at_most: usize,
    table: &mut Vec<usize>,
) -> Option<usize> {
    let meant = if half_typed {
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
            let same = word[down - 1] == meant[across - 1];
            let mut steps = table[at - width - 1] + usize::from(!same);
            steps = steps.min(table[at - 1] + 1).min(table[at - width] + 1);
            let turned = down > 1
                && across > 1
                && word[down - 1] == meant[across - 2]
                && word[down - 2] == meant[across - 1];
            if turned {
                steps = steps.min(table[at - 2 * width - 2] + 1);
            }
            least = least.min(steps);
            table.push(steps);
        }
        // A turn may still save one.
        if least > at_most + 1 {
            return None;
        }
    }
    let last = &table[word.len() * width..];
    let reached = if half_typed {
        last.iter().min()
    } else {
        last.last()
    };
    reached.copied().filter(|&steps| steps <= at_most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(word: &str, half_typed: bool, site: &[&str]) -> Vec<String> {
        let mut correction = Correction::of(word, half_typed).expect("long enough");
        for form in site {
            correction.consider(form, 1);
        }
        correction
            .best()
            .into_iter()
            .map(|(form, _)| form)
            .collect()
    }

    #[test]
    fn one_slip_is_forgiven_from_four_letters_and_two_from_seven() {
        assert_eq!(meant("reveiw", false, &["review", "reviews"]), ["review"]);
        assert_eq!(meant("chld", false, &["child", "chile"]), ["child"]);
        assert_eq!(
            meant("safegaurdng", false, &["safeguarding"]),
            ["safeguarding"]
        );
        assert!(meant("caer", false, &["chore"]).is_empty());
        assert!(Correction::of("cat", false).is_none());
        assert!(Correction::of("3984", false).is_none());
    }

    #[test]
    fn nearer_words_win_and_other_first_letters_come_last() {
        assert_eq!(meant("boards", false, &["board", "boarders"]), ["board"]);
        assert_eq!(meant("card", false, &["bard", "care"]), ["care", "bard"]);
    }

    #[test]
    fn the_beginning_of_a_word_can_be_bent_too() {
        assert_eq!(meant("saefg", true, &["safeguarding"]), ["safeguarding"]);
        assert!(meant("saefg", false, &["safeguarding"]).is_empty());
    }
}
