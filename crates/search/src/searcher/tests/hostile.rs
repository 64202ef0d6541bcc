//! Bytes of any kind: flipped, cut, lengthened, replaced. Whatever the files say, questions
//! end with an answer.

use super::{Random, Searcher, answer, documents, nfkd_lower, query, site, whole};
use crate::SearchQuery;
use crate::format::content_hash::ContentHash;

/// How often each index is damaged.
const ROUNDS: usize = 3000;

/// Questions that read every kind of file.
fn questions(rare: &[String]) -> Vec<SearchQuery> {
    let slip = format!("x{} ", rare[3]);
    let phrase = format!("\"{} {}\" scr", rare[1], rare[2]);
    let without = format!("{} -{} serious case review", rare[5], rare[6]);
    let mut questions = Vec::new();
    for text in [&rare[0], &rare[4][..2], &slip, &phrase, &without, "q"] {
        let mut question = query(text);
        question.filter.year = Some(2020).filter(|_| questions.len() % 2 == 1);
        questions.push(question);
    }
    questions
}

/// One way to do harm.
fn damaged(bytes: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len().max(1)).min(bytes.len());
        match random.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 => bytes.truncate(at),
            2 => bytes.extend(
                (0..random.below(40))
                    .map(|_| random.below(256) as u8)
                    .collect::<Vec<_>>(),
            ),
            3 if at < bytes.len() => bytes[at] = [0, 0x7f, 0x80, 0xff][random.below(4)],
            4 => {
                let from = random.below(other.len().max(1)).min(other.len());
                bytes.splice(at.., other[from..].iter().copied());
            }
            5 => {
                let end = (at + random.below(6)).min(bytes.len());
                bytes.splice(at..end, [0xff; 4]);
            }
            _ => {}
        }
    }
    bytes
}

#[test]
fn files_that_say_anything_do_no_harm() {
    let (documents, rare) = documents(280);
    let index = site(&documents);
    let sound = whole(&index);
    let questions = questions(&rare);
    let mut random = Random(99);
    let mut different = 0;
    let files = &index.files;
    for round in 0..ROUNDS {
        let (file, other) = (
            &files[random.below(files.len())],
            &files[random.below(files.len())],
        );
        let name = ContentHash::parse(&file.name).expect("a name");
        let mut searcher = Searcher::open(&index.manifest, nfkd_lower).expect("a manifest");
        // The others are there, and it is there under the name of the sound one.
        searcher.files = sound.files.clone();
        searcher
            .files
            .replace(name, damaged(&file.bytes, &other.bytes, &mut random));
        for question in &questions {
            let found = answer(&mut searcher, question);
            different += usize::from(found.incomplete || found.total == 0);
            assert!(found.total <= documents.len(), "round {round}");
        }
    }
    assert!(
        different > 50,
        "{different}: the files that are read are damaged"
    );
}

#[test]
fn manifests_that_say_anything_do_no_harm() {
    for count in [30, 280] {
        let (documents, rare) = documents(count);
        let index = site(&documents);
        let sound = whole(&index);
        let questions = questions(&rare);
        let mut random = Random(5);
        let mut opened = 0;
        for round in 0..ROUNDS {
            // What matters is at the beginning: it is damaged as often as all the rest.
            let end = [index.manifest.len(), 400][round % 2];
            let (head, tail) = index.manifest.split_at(end.min(index.manifest.len()));
            let mut manifest = damaged(head, &index.manifest, &mut random);
            manifest.extend(tail);
            let Ok(mut searcher) = Searcher::open(&manifest, nfkd_lower) else {
                continue;
            };
            opened += 1;
            if count > 30 {
                searcher.files = sound.files.clone();
            }
            for question in &questions {
                answer(&mut searcher, question);
            }
        }
        assert!(
            opened > ROUNDS / 50,
            "{opened} of {count}: many still look like manifests"
        );
    }
}

#[test]
fn any_bytes_are_no_manifest_or_a_harmless_one() {
    let mut random = Random(31);
    for round in 0..ROUNDS {
        let mut bytes = b"ls\x02".to_vec();
        let wide = [4, 256][round % 2];
        bytes.extend(
            (0..random.below(200))
                .map(|_| random.below(wide) as u8)
                .collect::<Vec<_>>(),
        );
        if let Ok(mut searcher) = Searcher::open(&bytes, nfkd_lower) {
            answer(&mut searcher, &query("anything at all"));
        }
    }
}
