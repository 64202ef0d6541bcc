use super::*;

#[track_caller]
fn check(text: &str, expected: Result<&str, &str>) {
    let parsed = text.parse::<PagePath>();
    let parsed = parsed
        .as_ref()
        .map(PagePath::as_str)
        .map_err(|error| error.help.as_str());
    assert_eq!(parsed, expected, "{text:?}");
}

#[test]
fn slugs_between_slashes() {
    check("/", Ok("/"));
    check(
        "/about-us/independent-chair/",
        Ok("/about-us/independent-chair/"),
    );
}

#[test]
fn missing_slashes_are_named() {
    check("/contact", Err("Write /contact/."));
    check("contact/", Err("Write /contact/."));
    check("//contact//a", Err("Write /contact/a/."));
    check("", Err("Write /."));
}

#[test]
fn pages_do_not_lie_among_the_sites_own_files() {
    check("/assets/", Err("Give it another name, such as `assets-2`."));
    check("/con/", Err("Give it another name, such as `con-2`."));
    check(
        "/content/news/",
        Err("Give it another name, such as `content-2/news`."),
    );
    check(
        "/search/index/",
        Err("Give it another name, such as `search/index-2`."),
    );
    check(
        "/about/aux/a/",
        Err("Give it another name, such as `about/aux-2/a`."),
    );
    let long = "a".repeat(231);
    check(&format!("/{long}/"), Err("Give it another name."));
    check(&format!("/aux/{long}/"), Err("Give it another name."));
    check("/search/", Ok("/search/"));
    check("/content-of-meetings/", Ok("/content-of-meetings/"));
}

#[test]
fn no_way_out_of_the_site() {
    let help = "Write small letters, digits and single hyphens between slashes: /about-us/.";
    check("/../secret/", Err(help));
    check("/a/./b/", Err(help));
    check("/a?b/", Err(help));
    check("/a%2Fb/", Err(help));
    check("/About/", Err(help));
}

#[test]
fn parents() {
    let path: PagePath = "/a/b/".parse().unwrap();
    let above = path.parent().unwrap();
    assert_eq!(above.as_str(), "/a/");
    assert_eq!(above.parent(), Some(PagePath::home()));
    assert_eq!(PagePath::home().parent(), None);
    assert_eq!(path.parts().collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn forms_of_an_address() {
    let page: PagePath = "/about-us/chair/".parse().unwrap();
    assert_eq!(page.relative(), "about-us/chair/");
    assert_eq!(page.trimmed(), "about-us/chair");
    assert_eq!(page.file(), "about-us/chair/index.html");
    assert_eq!(page.section(), Some("about-us"));

    let home = PagePath::home();
    assert_eq!(home.relative(), "");
    assert_eq!(home.trimmed(), "");
    assert_eq!(home.file(), "index.html");
    assert_eq!(home.section(), None);
}

#[test]
fn an_address_without_slashes_at_its_ends() {
    for path in ["/", "/about-us/", "/about-us/chair/"] {
        let path: PagePath = path.parse().unwrap();
        assert_eq!(PagePath::from_trimmed(path.trimmed()), Ok(path));
    }
    for wrong in ["/", "About", "a//b", "assets"] {
        assert!(PagePath::from_trimmed(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn the_page_of_a_markdown_file() {
    for (file, expected) in [
        ("index.md", "/"),
        ("about-us.md", "/about-us/"),
        ("about-us/index.md", "/about-us/"),
        ("about-us/chair.md", "/about-us/chair/"),
        ("reindex.md", "/reindex/"),
    ] {
        let path = PagePath::from_source(file).unwrap();
        assert_eq!(path.as_str(), expected, "{file}");
    }
    assert!(PagePath::from_source("assets.md").is_err());
}

#[test]
fn the_file_of_a_folder() {
    for folder in ["old/page", "old/page/", "/old/page/"] {
        assert_eq!(index_file(folder), "old/page/index.html");
    }
    assert_eq!(index_file(""), "index.html");
    assert_eq!(index_file("/"), "index.html");
}
