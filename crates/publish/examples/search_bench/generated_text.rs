//! Synthetic sites of any size, generated deterministically.

use lscb_search::{Document, Passage};

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// 2014).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A made-up word of so many syllables.
    fn word(&mut self, syllables: usize) -> String {
        let onsets = [
            "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "st", "pr", "ch",
        ];
        let rhymes = [
            "a", "e", "i", "o", "u", "an", "el", "in", "or", "ea", "ou", "ent", "ist",
        ];
        let syllable = |random: &mut Self| {
            let onset = onsets[random.below(onsets.len())];
            [onset, rhymes[random.below(rhymes.len())]].concat()
        };
        (0..syllables).map(|_| syllable(self)).collect()
    }
}

/// Words by how common they are.
pub(crate) struct Language {
    words: Vec<String>,
    /// The sum of the weights up to and with each.
    sums: Vec<f64>,
}

impl Language {
    pub(crate) fn new() -> Self {
        let mut random = Random(1);
        let words: Vec<String> = (0..30_000)
            .map(|rank: usize| random.word(1 + (rank + 1).ilog10() as usize / 2 + rank % 3))
            .collect();
        let mut sum = 0.0;
        // Zipf's law with Mandelbrot's shift.
        let sums = (0..words.len()).map(|rank| {
            sum += 1.0 / (rank as f64 + 2.7);
            sum
        });
        Self {
            sums: sums.collect(),
            words,
        }
    }

    /// A word, common ones more often; none of the `commonest`.
    fn word(&self, random: &mut Random, commonest: usize) -> &str {
        let (from, to) = (self.sums[commonest], self.sums[self.sums.len() - 1]);
        let drawn = from + (to - from) * (random.next() >> 11) as f64 / (1u64 << 53) as f64;
        let place = self.sums.partition_point(|sum| *sum < drawn);
        &self.words[place.min(self.words.len() - 1)]
    }

    /// So many documents of 200 words: of a title, words of its matter, words of no matter
    /// and a word that is hardly anywhere else.
    pub(crate) fn documents(&self, count: usize) -> Vec<Document> {
        let mut random = Random(2);
        let matters: Vec<Vec<&str>> = (0..count / 25 + 4)
            .map(|_| (0..40).map(|_| self.word(&mut random, 60)).collect())
            .collect();
        (0..count)
            .map(|number| self.document(number, &matters[random.below(matters.len())], &mut random))
            .collect()
    }

    fn document(&self, number: usize, matter: &[&str], random: &mut Random) -> Document {
        let rare = random.word(4);
        let mut title = vec![matter[random.below(matter.len())]];
        title.extend((0..1 + random.below(4)).map(|_| self.word(random, 60)));
        if random.below(3) == 0 {
            title.push(&rare);
        }
        let mut text = vec![rare.as_str()];
        for _ in 0..200 {
            text.push(match random.below(10) {
                0..2 => matter[random.below(matter.len())],
                2 if random.below(4) == 0 => title[random.below(title.len())],
                _ => self.word(random, 0),
            });
        }
        Document {
            address: format!("{number}/"),
            section: "Made up".into(),
            title: title.join(" "),
            passages: vec![Passage {
                heading: None,
                text: text.join(" "),
            }],
            ..Document::default()
        }
    }
}
