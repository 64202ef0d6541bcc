//! A site with a naughty string in every place for text.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use lscb_browser::dist::Dist;
use lscb_browser::published::published;
use lscb_browser::scratch::Scratch;
use reqwest::Url;

const FILE: &str = include_str!("../../../fixtures/naughty/strings.txt");

/// The strings.
pub(crate) static STRINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines = FILE.lines();
    let strings = lines.filter(|line| !line.is_empty() && !line.starts_with("# "));
    strings.map(unescaped).collect()
});

/// The site that is made of them.
pub(crate) static NAUGHTY: LazyLock<Arc<Dist>> = LazyLock::new(|| {
    let scratch = Scratch::new("naughty");
    write(scratch.path());
    published(scratch.path(), &[])
});

/// Puts characters in the place of their numbers.
fn unescaped(line: &str) -> String {
    let mut parts = line.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').expect("the end of a number");
        let number = u32::from_str_radix(number, 16).expect("a number");
        out.push(char::from_u32(number).expect("a character"));
        out.push_str(rest);
    }
    out
}

/// The page about a string.
pub(crate) fn route(number: usize) -> String {
    format!("/n-{number:03}/")
}

/// The address that a link on the page about `text` leads to.
pub(crate) fn link(text: &str) -> String {
    let mut url = Url::parse("https://example.org/").expect("an address");
    url.query_pairs_mut().append_pair("q", text);
    // Whatever is in the query is encoded as a fragment wants it too.
    let words = url.query().map(str::to_owned);
    url.set_fragment(words.as_deref());
    url.into()
}

fn write(root: &Path) {
    let put = |name: &str, text: &str| {
        let file = root.join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    };
    let [mut people, mut posts, mut terms, mut documents] = [const { String::new() }; 4];
    for (number, text) in STRINGS.iter().enumerate() {
        let (toml, markdown) = (quoted(text), marked(text));
        let short: String = text.chars().take(160).collect();
        let short = quoted(&short);
        let page = format!(
            "+++\ntitle = {toml}\nsummary = {short}\n+++\n\n## {markdown}\n\n{markdown}\n\n\
             - {markdown}\n- [{markdown}](<{}>)\n\n**x {markdown} x**\n\n| {markdown} | x |\n|---|---|\n| x | {markdown} |\n\n\
             > {markdown}\n\n~~~~~~\n{text}\n~~~~~~\n",
            link(text),
        );
        put(&format!("n-{number:03}.md"), &page);
        let _ = write!(
            people,
            "[[person]]\nslug = \"p-{number}\"\nname = {toml}\n\n"
        );
        let _ = write!(
            posts,
            "[[post]]\nslug = \"p-{number}\"\ntitle = {toml}\nbody = \"board\"\nperson = \"p-{number}\"\n\n"
        );
        let _ = write!(
            terms,
            "[[term]]\nslug = \"t-{number}\"\nacronym = {toml}\nmeaning = {toml}\n\n"
        );
        let _ = write!(
            documents,
            "[[document]]\nslug = \"d-{number}\"\ntitle = {toml}\ntype = \"report\"\nowner = \"board\"\n\n"
        );
    }
    put("records/people.toml", &people);
    put("records/posts.toml", &posts);
    put("records/terms.toml", &terms);
    put("records/documents.toml", &documents);
    put(
        "records/bodies.toml",
        "[[body]]\nslug = \"board\"\nname = \"Board\"\nkind = \"board\"\n",
    );
    put(
        "site.toml",
        "title = \"Naughty strings\"\nshort_title = \"Naughty\"\nlanguage = \"en-GB\"\nboard = \"board\"\n\
         ask = \"board\"\nas_at = \"2019\"\nas_at_text = \"As at 2019.\"\nnavigation = [\"/records/\"]\n\n\
         [[help]]\nnumber = \"999\"\ntext = \"if a child is in danger now\"\n",
    );
    let front = |title: &str| format!("+++\ntitle = \"{title}\"\nsummary = \"{title}.\"\n+++\n\n");
    put("index.md", &(front("Home") + "::pages{of=\"/\"}\n"));
    put(
        "search.md",
        &(front("Search") + "::search{}\n\n## Everything\n\n::a-z{}\n"),
    );
    put(
        "records.md",
        &(front("Records")
            + "## Terms\n\n::terms{}\n\n## Documents\n\n::documents{}\n\n## Contacts\n\n::contacts{body=\"board\"}\n"),
    );
}

/// A basic string of TOML (1.0.0, "String").
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// The text in Markdown: every mark that could mean something is escaped (CommonMark, 2.4).
fn marked(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
