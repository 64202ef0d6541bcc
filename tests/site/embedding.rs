//! The page on which partners choose what to show on pages of their own, as it is without
//! scripts, and the sheet for those who have to allow it.

use std::collections::BTreeSet;
use std::fs;

use lscb_content::EMBED_KINDS;
use lscb_publish::policy::{Policy, Profile};
use scraper::{ElementRef, Html, Selector};

use crate::built::{Built, SEFTON, build_changed};
use crate::markup::{select, words};
use crate::seed::folder::reading;

const PAGE: &str = "embed-this-site/index.html";
/// Who may embed Sefton's site.
const EVERYBODY: &str = "embedders = [\"*\"]";
const STAND_IN: &str = "https://ADDRESS-OF-THIS-SITE/";

fn page(site: &Built) -> Html {
    Html::parse_document(&site.text(PAGE))
}

/// The snippets under the fold of a name.
fn snippets(page: &Html, kind: &str) -> Vec<String> {
    let folds = select(page, ".embeds details");
    let named = |fold: &&ElementRef<'_>| {
        let summary = Selector::parse("summary").expect("a selector");
        let mut summaries = fold.select(&summary);
        summaries.any(|summary| words(&summary) == kind)
    };
    let fold = folds.iter().find(named);
    let fold = fold.unwrap_or_else(|| panic!("no fold {kind}"));
    let code = Selector::parse("pre").expect("a selector");
    fold.select(&code).map(|it| it.text().collect()).collect()
}

/// What the sheet says under a term.
fn fact(page: &Html, id: &str) -> String {
    words(&select(page, &format!("#embed-sheet-{id} dd"))[0])
}

fn compressed(mut bytes: &[u8]) -> usize {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut out, &parameters).expect("memory");
    out.len()
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", (bytes as f64 / 100.0).ceil() / 10.0)
}

/// The integrity that a browser would ask of the script.
fn integrity(site: &Built) -> String {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    use sha2::Digest as _;
    let bytes = fs::read(site.root().join("embed-1.js")).expect("the script");
    format!(
        "sha256-{}",
        BASE64_STANDARD.encode(sha2::Sha256::digest(bytes))
    )
}

#[test]
fn everything_that_can_be_embedded_is_listed_and_there() {
    let page = page(&SEFTON);
    let links = select(&page, ".embeds li a");
    let listed: Vec<&str> = links.iter().filter_map(|link| link.attr("href")).collect();
    let site = reading().site;
    let all = site.embeds();
    let now = all.iter().filter(|embed| !embed.is_former);
    let now: Vec<String> = now.map(|embed| format!("../{}", embed.address())).collect();
    assert_eq!(listed, now);
    assert!(
        now.len() < all.len(),
        "former addresses are there and not listed"
    );
    let unique: BTreeSet<_> = now.iter().collect();
    assert_eq!(unique.len(), now.len());
    for (link, embed) in links
        .iter()
        .zip(all.iter().filter(|embed| !embed.is_former))
    {
        assert_eq!(words(link), embed.title);
        let file = format!("{}index.html", embed.address());
        assert!(SEFTON.root().join(&file).is_file(), "{file}");
    }
    let codes = select(&page, ".embeds li code");
    let codes: Vec<String> = codes
        .iter()
        .map(|code| format!("../{}", words(code)))
        .collect();
    assert_eq!(codes, now, "their addresses in words");
    let folds = select(&page, ".embeds summary");
    let folds: Vec<String> = folds.iter().map(words).collect();
    let kinds = EMBED_KINDS.iter().filter(|kind| {
        now.iter()
            .any(|it| it.trim_start_matches("../embed/").split('/').next() == Some(kind.name))
    });
    assert_eq!(folds, kinds.map(|kind| kind.heading).collect::<Vec<_>>());
}

#[test]
fn each_level_is_a_snippet_of_the_agreed_form() {
    let page = page(&SEFTON);
    let hash = integrity(&SEFTON);
    let all = snippets(&page, "All contacts");
    let named = "Contacts - Sefton LSCB";
    let link = format!(r#"<p><a href="{STAND_IN}contact/">{named}</a></p>"#);
    let frame = format!(
        "<iframe src=\"{STAND_IN}embed/contacts/\" title=\"{named}\" width=\"100%\" height=\"480\" \
         loading=\"lazy\" referrerpolicy=\"no-referrer\" style=\"border: 0\"></iframe>\n{link}"
    );
    let script = format!(
        "<script src=\"{STAND_IN}embed-1.js\" integrity=\"{hash}\" crossorigin=\"anonymous\" defer></script>"
    );
    let element = format!(
        "<lscb-section embed=\"contacts\" title=\"{named}\">{link}</lscb-section>\n{script}"
    );
    let sized = format!("{frame}\n{script}");
    assert_eq!(all, [link.clone(), frame, sized, element]);

    let of_page = snippets(&page, "One page");
    assert!(
        of_page[3].starts_with(
            "<lscb-section page=\"/about-us/\" title=\"About Us - Sefton LSCB\"><p><a href="
        ),
        "{}",
        of_page[3]
    );
    for kind in ["Help numbers", "Search", "All reviews"] {
        assert_eq!(snippets(&page, kind).len(), 4, "{kind}");
    }
}

/// The same snippet is what a consumer of oEmbed gets.
#[test]
fn oembed_has_the_frame_of_fixed_height() {
    let answer: serde_json::Value =
        serde_json::from_str(&SEFTON.text("embed/page/about-us/oembed.json")).expect("JSON");
    let snippet = &snippets(&page(&SEFTON), "One page")[1];
    assert_eq!(answer["html"], snippet.replace(STAND_IN, "/"));
}

#[test]
fn a_site_that_knows_its_address_says_it() {
    let site = build_changed(
        "site.toml",
        EVERYBODY,
        &format!("origin = \"https://board.example\"\n{EVERYBODY}"),
    );
    let html = site.text(PAGE);
    assert!(!html.contains("ADDRESS-OF-THIS-SITE"));
    let page = page(&site);
    assert_eq!(
        snippets(&page, "Help numbers")[0],
        "<p><a href=\"https://board.example/#help\">Worried about a child? - Sefton LSCB</a></p>"
    );
    assert!(
        fact(&page, "policy").contains("frame-src https://board.example "),
        "{html}"
    );
}

#[test]
fn a_site_that_nobody_may_embed_says_so_and_how_that_is_changed() {
    let site = build_changed("site.toml", EVERYBODY, "");
    let page = page(&site);
    assert!(select(&page, ".embeds, main pre, main dl").is_empty());
    let said = words(&select(&page, "main")[0]);
    assert!(
        said.contains("cannot be shown in frames on other sites"),
        "{said}"
    );
    assert!(said.contains("embedders in content/site.toml"), "{said}");
}

#[test]
fn hosts_that_may_embed_are_named_and_the_preview_is_one_of_them() {
    let only = "embedders = [\"https://intranet.example\"]";
    let site = build_changed("site.toml", EVERYBODY, only);
    assert_eq!(
        fact(&page(&site), "where"),
        "On pages of https://intranet.example."
    );
    let headers = site.text("_headers");
    assert!(
        headers.contains("frame-ancestors 'self' https://intranet.example"),
        "{headers}"
    );
}

#[test]
fn the_sheet_tells_the_truth() {
    let page = page(&SEFTON);
    let size = |path: &str| compressed(&fs::read(SEFTON.root().join(path)).expect("a file"));
    let asset = |start: &str, end: &str| {
        let files = SEFTON.files();
        let mut names = files
            .keys()
            .filter(|it| it.starts_with(start) && it.ends_with(end));
        names.next().unwrap_or_else(|| panic!("no {start}")).clone()
    };
    let first = select(&page, ".embeds li a");
    let card = first.iter().filter_map(|link| link.attr("href"));
    let card = card.map(|it| it.trim_start_matches("../"));
    let card = card
        .into_iter()
        .find(|it| it.starts_with("embed/contact/"))
        .expect("a contact");
    let weighs = fact(&page, "weighs");
    let text = size(&format!("{card}index.html")) + size(&asset("assets/frame.", ".css"));
    for part in [
        format!("One contact: {} with its style", kilobytes(text)),
        format!(
            "{} for the script in the frame",
            kilobytes(size(&asset("assets/frame.", ".js")))
        ),
        format!("embed-1.js: {}", kilobytes(size("embed-1.js"))),
    ] {
        assert!(weighs.contains(&part), "{part}: {weighs}");
    }
    assert!(fact(&page, "hash").starts_with(&integrity(&SEFTON)));
    assert!(fact(&page, "policy").contains(&format!("script-src '{}'", integrity(&SEFTON))));

    // What is printed is what is sent, but for the hashes of the site's own pages.
    let printed = select(&page, "main > details pre");
    let printed: String = printed[0].text().collect();
    let policy = Policy {
        profile: Profile::Embeddable(vec!["*".into()]),
        inline: Default::default(),
        moved: Vec::new(),
    };
    let sent = policy.headers();
    assert_eq!(printed.lines().count(), sent.len());
    for (line, (name, value)) in printed.lines().zip(&sent) {
        assert_eq!(line, format!("{name}: {value}"));
    }
    assert!(printed.contains("frame-ancestors *"));
    assert!(!printed.contains("Set-Cookie"));
}

/// What is drawn in the browser comes from the bundle: it says the same.
#[test]
fn the_bundle_has_the_same_snippets() {
    let html = SEFTON.text(PAGE);
    let release: serde_json::Value =
        serde_json::from_str(&SEFTON.text("release.json")).expect("JSON");
    let bundles = release["bundles"].as_array().expect("bundles").iter();
    let all: String = bundles
        .map(|it| SEFTON.text(it["file"].as_str().expect("a file")))
        .collect();
    let page = Html::parse_document(&html);
    for snippet in select(&page, "main pre") {
        let snippet: String = snippet.text().collect();
        let json = serde_json::to_string(&snippet).expect("a string");
        assert!(all.contains(&json), "{snippet}");
    }
}
