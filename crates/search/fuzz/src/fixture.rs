//! An index that is sound, and its documents.

use lscb_search::indexer::{Index, build_index};
use lscb_search::{Document, Heading, Kind, Passage, Phone, Thesaurus};

/// The documents of an index and its files.
pub struct Fixture {
    /// What was indexed.
    pub documents: Vec<Document>,
    /// The manifest and the files beside it.
    pub index: Index,
}

impl Fixture {
    /// An index whose files are all inlined in its manifest.
    pub fn inlined() -> Self {
        let fixture = Self::of(12);
        assert!(fixture.index.files.is_empty(), "within the manifest");
        fixture
    }

    /// An index of many files.
    pub fn split_into_files() -> Self {
        let fixture = Self::of(400);
        assert!(fixture.index.files.len() > 20, "many files");
        fixture
    }

    fn of(count: u32) -> Self {
        let documents: Vec<Document> = (0..count).map(document).collect();
        let thesaurus = Thesaurus {
            equivalent: vec![vec!["SCR".into(), "serious case review".into()]],
            one_way: vec![("baby".into(), vec!["child".into()])],
            dictionary: vec!["penal".into()],
        };
        let index = build_index(&documents, &thesaurus);
        Self { documents, index }
    }

    /// The bytes of a file beside the manifest.
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        let mut files = self.index.files.iter();
        let file = files.find(|file| file.name == name)?;
        Some(&file.bytes)
    }
}

/// A document with something in each field.
fn document(number: u32) -> Document {
    Document {
        address: format!("{number}/"),
        section: ["Home", "Learning"][number as usize % 2].into(),
        kind: [Kind::Page, Kind::Review, Kind::Person][number as usize % 3],
        year: (number % 4 > 1).then_some(2020),
        title: words(number, 3),
        keywords: vec!["serious case review".into()],
        phones: vec![Phone {
            printed: format!("0151 934 {number:04}"),
            number: format!("+44151934{number:04}"),
        }],
        passages: vec![
            Passage {
                heading: None,
                text: words(number + 7, 40),
            },
            Passage {
                heading: Some(Heading {
                    id: format!("h{number}"),
                    text: words(number + 3, 2),
                }),
                text: words(number * 5, 30),
            },
        ],
        ..Document::default()
    }
}

/// Words of three or four syllables, the same for the same number.
fn words(number: u32, count: u32) -> String {
    let syllables = ["ba", "do", "ki", "lu", "mé", "po", "ra", "su", "ti", "zo"];
    let word = |place: u32| {
        // Knuth, The Art of Computer Programming 2, section 3.3.4.
        let mixed = (number * 977 + place)
            .wrapping_mul(1_664_525)
            .wrapping_add(1_013_904_223);
        let letters = 3 + mixed / 65_536 % 2;
        let syllable = |at: u32| syllables[(mixed >> (4 * at + 8)) as usize % 10];
        (0..letters).map(syllable).collect::<String>()
    };
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}
