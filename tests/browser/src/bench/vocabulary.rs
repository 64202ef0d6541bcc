//! A vocabulary for generated text, with the word frequencies of real text.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::random::Random;

/// The published text: its words, in the order of their number, are the common ones.
const PUBLISHED: &str = include_str!("../../../fixtures/seed/sefton-lscb.txt");
/// How many different words there are.
const SIZE: usize = 6_000;

const ONSETS: [&str; 24] = [
    "", "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "ch",
    "cl", "pr", "sh", "st", "th", "tr",
];
const VOWELS: [&str; 10] = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "ou", "io"];
const CODAS: [&str; 14] = [
    "", "", "", "d", "l", "m", "n", "r", "s", "t", "ck", "nd", "nt", "st",
];

/// A list of words by rank.
pub(crate) struct Vocabulary {
    words: Vec<String>,
    /// The sum of the weights up to and with each word.
    sums: Vec<u64>,
}

impl Vocabulary {
    /// The words of the published text, then made-up ones of a few syllables.
    pub(crate) fn new() -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for word in PUBLISHED
            .split(|it: char| !it.is_ascii_alphabetic())
            .filter(|it| !it.is_empty())
        {
            *counts.entry(word.to_ascii_lowercase()).or_default() += 1;
        }
        let mut words: Vec<String> = counts.keys().cloned().collect();
        words.sort_by_key(|word| std::cmp::Reverse(counts[word]));
        let mut known: BTreeSet<String> = words.iter().cloned().collect();
        let mut random = Random::new(1);
        while words.len() < SIZE {
            let word: String = (0..random.between(1, 4))
                .map(|_| {
                    [
                        *random.pick(&ONSETS),
                        *random.pick(&VOWELS),
                        *random.pick(&CODAS),
                    ]
                    .concat()
                })
                .collect();
            if word.len() > 2 && known.insert(word.clone()) {
                words.push(word);
            }
        }
        // Zipf's law with Mandelbrot's shift: the n-th word is as frequent as 1 / (n + 2.7).
        let weights = (0..words.len() as u64).map(|rank| 10_000_000_000 / (10 * rank + 37));
        let sums = weights.scan(0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        Self {
            sums: sums.collect(),
            words,
        }
    }

    /// A word, common ones more often.
    pub(crate) fn word(&self, random: &mut Random) -> &str {
        let total = self.sums[self.sums.len() - 1];
        let drawn = random.draw() % total;
        &self.words[self.sums.partition_point(|sum| *sum <= drawn)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_come_often_and_many_words_come() {
        let (vocabulary, mut random) = (Vocabulary::new(), Random::new(7));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for _ in 0..100_000 {
            *counts.entry(vocabulary.word(&mut random)).or_default() += 1;
        }
        assert!(counts["the"] > 2_000, "{}", counts["the"]);
        assert!(counts.len() > 4_000, "{}", counts.len());
    }
}
