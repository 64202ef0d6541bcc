//! Reading is total: whatever the bytes, it ends soon and gives a site and its problems.

use std::{fs, path::Path};

use lscb_content::{ContentFolder, Date, Records, SourceFile, read};
use proptest::{collection::vec, prelude::*, sample::select};

/// Every sort of file that is read.
fn paths() -> Vec<&'static str> {
    let others = ["site.toml", "index.md", "about/index.md", "reviews/alex.md"];
    [&others, &*Records::files()].concat()
}

/// Pieces that mean something in one of the languages, so that chance gets far into them.
const PIECES: [&str; 60] = [
    "+++\n",
    "---\n",
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "\r\n",
    "title",
    "slug",
    "= ",
    ": ",
    "\"",
    "'",
    "\"a\"",
    "[[person]]\n",
    "[[body]]\n",
    "[",
    "]",
    "{",
    "}",
    "](",
    ")",
    "<",
    ">",
    "> ",
    "- ",
    "1. ",
    "# ",
    "## ",
    "#### ",
    "{#id}",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "| a | b |\n|---|---|\n",
    "|",
    "::contacts{body=\"board\"}\n",
    "::",
    "document:",
    "/about/",
    "#",
    "javascript:",
    "https://",
    "&amp;",
    "&#0;",
    "\u{0}",
    "\u{feff}",
    "\u{a0}",
    "é",
    "\u{202e}",
    "&a ",
    "*a ",
    "!!str ",
    "? ",
    "|\n",
    "2019-02-30",
    "parent = \"/\"\n",
];

/// Reads some files and draws every page of what comes of it.
fn read_and_draw(files: &[SourceFile]) {
    let reading = read(
        &ContentFolder::default(),
        files,
        &[],
        Date::from_day(2026, 11, 23),
    );
    for path in reading.site.paths() {
        assert!(reading.site.view(path).is_some(), "{path} cannot be drawn");
        let _ = reading.site.menu(path);
    }
    let _ = (reading.site.shell(), reading.site.redirects());
    for diagnostic in &reading.diagnostics {
        assert!(
            diagnostic.message.ends_with('.'),
            "no sentence: {diagnostic}"
        );
        assert!(
            diagnostic.help.ends_with(['.', '?']),
            "no sentence: {diagnostic}"
        );
    }
}

/// Nothing is written beside the sources: a case that fails is put into a test by hand.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn file(path: &str, bytes: impl Into<Vec<u8>>) -> SourceFile {
    SourceFile {
        path: path.into(),
        bytes: bytes.into(),
    }
}

/// The site of this repository: every sort of file, each well-formed.
fn valid_site() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(&root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".md") || name.ends_with(".toml") {
                files.push(file(&name, fs::read(&path).unwrap()));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn arbitrary_bytes(path in select(paths()), bytes in vec(any::<u8>(), 0..600)) {
        read_and_draw(&[file(path, bytes)]);
    }

    #[test]
    fn arbitrary_pieces(path in select(paths()), pieces in vec(select(&PIECES[..]), 0..60)) {
        read_and_draw(&[file(path, pieces.concat())]);
    }

    #[test]
    fn arbitrary_text_of_a_page(pieces in vec(select(&PIECES[..]), 0..60)) {
        let front = "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n";
        read_and_draw(&[file("index.md", format!("{front}{}", pieces.concat()))]);
    }

    #[test]
    fn arbitrary_yaml(pieces in vec(select(&PIECES[..]), 0..60)) {
        read_and_draw(&[file("index.md", format!("---\n{}\n---\nText.\n", pieces.concat()))]);
    }
}

proptest! {
    #![proptest_config(config(150))]

    /// Some bytes of a sound site are overwritten, left out or put in.
    #[test]
    fn damaged_site(
        damages in vec((any::<u32>(), any::<u32>(), 0..20usize, select(&PIECES[..])), 1..6)
    ) {
        let mut files = valid_site();
        let count = files.len();
        for (which, place, length, piece) in damages {
            let bytes = &mut files[which as usize % count].bytes;
            let start = place as usize % (bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, piece.bytes());
        }
        read_and_draw(&files);
    }
}

/// Input that has brought down other readers, each of about `many` pieces: deep nesting, long runs,
/// many of one thing.
fn hostile(many: usize) -> Vec<(&'static str, SourceFile)> {
    let front = "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n";
    let page = |text: String| file("index.md", format!("{front}{text}"));
    let yaml = |text: String| file("index.md", format!("---\n{text}\n---\nText.\n"));
    let numbered = |line: fn(usize) -> String| (0..many).map(line).collect::<String>();
    vec![
        ("quotations", page("> ".repeat(many))),
        (
            "quotations, a line each",
            page(format!("{}\n", "> ".repeat(300)).repeat(many / 60)),
        ),
        ("lists", page("- ".repeat(many))),
        (
            "indented lists",
            page(
                (0..500)
                    .map(|n| format!("{}- a\n", "  ".repeat(n)))
                    .collect(),
            ),
        ),
        ("emphasis", page("*a ".repeat(many))),
        (
            "closed emphasis",
            page(format!("{}a{}", "*".repeat(many), "*".repeat(many))),
        ),
        ("alternating emphasis", page("*a _b ".repeat(many))),
        ("brackets", page("[".repeat(many))),
        ("links", page("[a](".repeat(many))),
        (
            "nested brackets",
            page(format!("{}a{}", "[".repeat(many), "](b)".repeat(many))),
        ),
        ("dead links", page("[a](/b/) ".repeat(many))),
        ("dead anchors", page("[a](#b) ".repeat(many))),
        ("ticks", page("` `` ".repeat(many))),
        ("tags", page("<a ".repeat(many))),
        ("comments", page("<!-- ".repeat(many))),
        ("definitions", page(numbered(|n| format!("[a{n}]: /b\n")))),
        ("the same heading", page("## A\n\n".repeat(many))),
        ("tables", page("|a|b|\n|-|-|\n".repeat(many))),
        (
            "short rows of a wide table",
            page(format!(
                "{}\n{}\n{}",
                "|a".repeat(2000),
                "|-".repeat(2000),
                "|a\n".repeat(many)
            )),
        ),
        (
            "a wide table",
            page(format!("{}\n{}\n", "|a".repeat(many), "|-".repeat(many))),
        ),
        ("directives", page("::contacts{body=\"a\"}\n".repeat(many))),
        (
            "attributes",
            page(format!("::contacts{{{}}}", "a=\"b\" ".repeat(many))),
        ),
        ("headings with attributes", page("## a {#".repeat(many))),
        ("YAML lists", yaml(format!("a: {}", "[".repeat(many)))),
        ("YAML tables", yaml(format!("a: {}", "{a: ".repeat(many)))),
        (
            "YAML nesting",
            yaml((0..500).map(|n| format!("{}a:\n", " ".repeat(n))).collect()),
        ),
        ("YAML dashes", yaml("- ".repeat(many))),
        ("YAML keys", yaml(numbered(|n| format!("a{n}: b\n")))),
        ("YAML question marks", yaml("? ".repeat(many))),
        (
            "TOML lists",
            file("site.toml", format!("a = {}", "[".repeat(many))),
        ),
        (
            "TOML tables",
            file("site.toml", format!("a = {}", "{a = ".repeat(many))),
        ),
        (
            "TOML dots",
            file("site.toml", format!("a{} = 1", ".a".repeat(many))),
        ),
        (
            "TOML keys",
            file("site.toml", numbered(|n| format!("a{n} = 1\n"))),
        ),
        (
            "records",
            file(
                "records/people.toml",
                "[[person]]\nslug = \"a\"\n".repeat(many),
            ),
        ),
    ]
}

/// Twice the input takes about twice the work. Work is counted in bytes of memory that are asked
/// for, which no other program on the machine changes.
#[test]
fn hostile_input_takes_work_in_proportion() {
    let work = |case: SourceFile| {
        let length = case.bytes.len() as f64;
        let work = allocation_counter::measure(|| read_and_draw(&[case]));
        work.bytes_total as f64 / length
    };
    for ((name, half), (_, whole)) in hostile(20_000).into_iter().zip(hostile(40_000)) {
        let (half, whole) = (work(half), work(whole));
        println!("{name}: {half:.0}, {whole:.0} bytes asked for per byte");
        assert!(
            whole < 1.5 * half + 1.0,
            "{name}: {half:.0} bytes asked for per byte of input, {whole:.0} for twice the input"
        );
    }
}
