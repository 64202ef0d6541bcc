//! Content folders of any size, the same each time.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::generated_text::Writer;
use super::vocabulary::Vocabulary;
use crate::random::Random;

/// Pages in a section, its first page included.
const SECTION: usize = 50;
/// Sections in the header of each page.
const NAVIGATION: usize = 8;

/// The most characters, all of ASCII, of a summary.
const SUMMARY: usize = 160;

/// How large a generated site is.
#[derive(Clone, Copy)]
pub struct Scale {
    /// The number of pages besides the home page: 50 a section.
    pub pages: usize,
    /// The bytes of Markdown in all of them.
    pub bytes: usize,
}

/// Writes a content folder and gives the bytes of Markdown in it.
///
/// # Panics
/// If the folder cannot be written.
pub fn write(root: &Path, scale: Scale) -> usize {
    let sections = scale.pages / SECTION;
    let paths: Vec<String> = (0..scale.pages).map(path_of).collect();
    let vocabulary = Vocabulary::new();
    let mut writer = Writer {
        vocabulary: &vocabulary,
        random: Random::new(scale.pages as u64),
        pages: &paths,
    };
    let put = |file: &str, text: &str| {
        fs::write(root.join(file), text).expect("a file of the generated site")
    };

    fs::create_dir_all(root.join("records")).expect("the folder of records");
    put("records/bodies.toml", BODIES);
    put("site.toml", &settings(&paths));
    put("index.md", &home(sections));
    put("search.md", SEARCH);
    let mut written = 0;
    for section in 0..sections {
        fs::create_dir_all(root.join(section_of(section))).expect("the folder of a section");
        for number in section * SECTION..(section + 1) * SECTION {
            let mean = (scale.bytes - written.min(scale.bytes)) / (scale.pages - number);
            let length = writer.random.between(mean / 2, mean + mean / 2);
            let page = page(&mut writer, number, length);
            put(&file_of(number), &page);
            written += page.len();
        }
    }
    written
}

fn page(writer: &mut Writer<'_>, number: usize, length: usize) -> String {
    let title = format!("{} {}", writer.phrase(2, 6), number + 1);
    let mut summary = writer.sentence();
    summary.truncate(SUMMARY);
    let front = format!(
        "+++\ntitle = \"{title}\"\nsummary = \"{summary}\"\norder = {}\n+++\n\n",
        number % SECTION
    );
    let body = writer.body(length.saturating_sub(front.len()));
    front + body.as_str()
}

fn section_of(section: usize) -> String {
    format!("section-{:03}", section + 1)
}

fn file_of(number: usize) -> String {
    let section = section_of(number / SECTION);
    match number % SECTION {
        0 => format!("{section}/index.md"),
        page => format!("{section}/page-{page:02}.md"),
    }
}

fn path_of(number: usize) -> String {
    let file = file_of(number);
    format!(
        "/{}/",
        file.trim_end_matches("/index.md").trim_end_matches(".md")
    )
}

const BODIES: &str =
    "[[body]]\nslug = \"board\"\nname = \"Example Safeguarding Board\"\nkind = \"board\"\n";

const SEARCH: &str =
    "+++\ntitle = \"Search\"\nsummary = \"Find it by a word.\"\n+++\n\n::search{}\n";

fn settings(paths: &[String]) -> String {
    let navigation: Vec<&String> = paths.iter().step_by(SECTION).take(NAVIGATION).collect();
    format!(
        "title = \"Example Safeguarding Board\"\nshort_title = \"Example Board\"\nlanguage = \"en-GB\"\n\
         board = \"board\"\nask = \"board\"\nas_at = \"2019\"\n\
         as_at_text = \"This site describes arrangements as at 2019.\"\nnavigation = {navigation:?}\n\n\
         [[help]]\ntext = \"If a child is in danger now, call\"\nnumber = \"999\"\n"
    )
}

fn home(sections: usize) -> String {
    let mut out = String::from(
        "+++\ntitle = \"Example Safeguarding Board\"\nsummary = \"Every section of the site.\"\n+++\n\n\
         ::sections{}\n\n## All sections\n\n",
    );
    for section in 0..sections {
        let _ = writeln!(
            out,
            "- [Section {}](/{}/)",
            section + 1,
            section_of(section)
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn the_folder_has_its_size_and_is_the_same_each_time() {
        let scale = Scale {
            pages: 100,
            bytes: 530_000,
        };
        let (one, two) = (Scratch::new("one"), Scratch::new("two"));
        let bytes = write(one.path(), scale);
        assert!((500_000..560_000).contains(&bytes), "{bytes}");
        assert_eq!(write(two.path(), scale), bytes);
        let page = |root: &Scratch| {
            fs::read_to_string(root.path().join("section-001/page-10.md")).unwrap()
        };
        assert_eq!(page(&one), page(&two));
        assert!(page(&one).contains("\n## "));
    }
}
