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
