mod accessibility;
mod languages;
mod latest_reviews;
mod outline;
mod page_dates;
mod unplaced;

use lscb_wire::{Block, Link};

use self::outline::outline;
use crate::{PagePath, Site, example};

fn path(text: &str) -> PagePath {
    text.parse().unwrap()
}

/// Draws a page with this text in the example site, with some files added.
#[track_caller]
fn check_with(files: &[(&str, &str)], text: &str, expected: &str) {
    let page = example::page(text);
    let mut all = vec![("page.md", page.as_str())];
    all.extend(files);
    let drawn = example::site(&all).view(&path("/page/")).unwrap();
    assert_eq!(outline(&drawn.blocks), expected);
}

#[track_caller]
fn check(text: &str, expected: &str) {
    check_with(&[], text, expected);
}

const PEOPLE: [(&str, &str); 4] = [
    (
        "records/people.toml",
        "[[person]]\nslug = \"alex\"\nname = \"Alex Example\"\n",
    ),
    (
        "records/posts.toml",
        "[[post]]\nslug = \"manager\"\ntitle = \"Board Manager\"\nbody = \"team\"\nperson = \"alex\"\n\
         phone = \"desk\"\n\
         [[post]]\nslug = \"support\"\ntitle = \"Board Support\"\nbody = \"team\"\nphone = \"desk\"\n\
         phone_label = \"–\"\n\
         [[post]]\nslug = \"chair\"\ntitle = \"Chair\"\nbody = \"team\"\nperson = \"alex\"\n",
    ),
    (
        "records/addresses.toml",
        "[[address]]\nslug = \"office\"\nlines = [\"1 Example Street\", \"Liverpool L21 7LB\"]\n\
         postcode = \"L21 7LB\"\n",
    ),
    (
        "records/bodies.toml",
        "[[body]]\nslug = \"board\"\nname = \"Board\"\nkind = \"board\"\n\
         [[body]]\nslug = \"team\"\nname = \"Business Team\"\nkind = \"team\"\naddress = \"office\"\n\
         phone = \"desk\"\n",
    ),
];

#[track_caller]
fn check_contacts(checked: &str, note: &str) {
    let desk = format!(
        "[[contact_point]]\nslug = \"desk\"\nkind = \"phone\"\nnumber = \"0151 934 3366\"\n{checked}"
    );
    let mut files = PEOPLE.to_vec();
    files.push(("records/contact-points.toml", &desk));
    let card = "contacts #team Business Team\n\
                | Alex Example, Board Manager Tel. 0151 934 3366 (+441519343366)\n\
                | Board Support (vacant) – 0151 934 3366 (+441519343366)\n\
                | Alex Example, Chair\n\
                | 1 Example Street\n\
                | Liverpool L21 7LB\n\
                | Tel: 0151 934 3366 (+441519343366)\n";
    check_with(
        &files,
        "::contacts{body=\"team\"}",
        &format!("{card}{note}"),
    );
}

#[test]
fn a_number_says_when_it_is_answered() {
    let desk = "[[contact_point]]\nslug = \"desk\"\nkind = \"phone\"\nnumber = \"0151 934 3366\"\n\
                hours = \"9 to 5\"\nverified_on = 2026-01-10\n";
    let mut files = PEOPLE.to_vec();
    files.push(("records/contact-points.toml", desk));
    check_with(
        &files,
        "::contacts{body=\"team\"}",
        "contacts #team Business Team\n\
         | Alex Example, Board Manager Tel. 0151 934 3366 (+441519343366) 9 to 5\n\
         | Board Support (vacant) – 0151 934 3366 (+441519343366) 9 to 5\n\
         | Alex Example, Chair\n\
         | 1 Example Street\n\
         | Liverpool L21 7LB\n\
         | Tel: 0151 934 3366 (+441519343366) 9 to 5\n",
    );
}

#[test]
fn mailboxes_and_websites_are_links_on_the_card() {
    let points = "[[contact_point]]\nslug = \"desk\"\nkind = \"phone\"\nnumber = \"0151 934 3366\"\n\
                  verified_on = 2026-01-10\n\
                  [[contact_point]]\nslug = \"box\"\nkind = \"email\"\n\
                  address_text = \"team@example.org\"\n\
                  [[contact_point]]\nslug = \"form\"\nkind = \"website\"\n\
                  address_text = \"https://example.org/form/\"\nverified_on = 2026-01-10\n";
    let mut files = PEOPLE.to_vec();
    let posts = files[1].1.replace(
        "title = \"Chair\"\n",
        "title = \"Chair\"\nonline = [\"box\", \"form\"]\n",
    );
    files[1].1 = &posts;
    let bodies = files[3].1.replace(
        "name = \"Business Team\"\n",
        "name = \"Business Team\"\nonline = [\"box\"]\nwebsite = \"https://team.example.org\"\n",
    );
    files[3].1 = &bodies;
    files.push(("records/contact-points.toml", points));
    check_with(
        &files,
        "::contacts{body=\"team\"}",
        "contacts #team Business Team\n\
         | Alex Example, Board Manager Tel. 0151 934 3366 (+441519343366)\n\
         | Board Support (vacant) – 0151 934 3366 (+441519343366)\n\
         | Alex Example, Chair [team@example.org](Url mailto:team@example.org)\
         [example.org/form](Url https://example.org/form/)\n\
         | 1 Example Street\n\
         | Liverpool L21 7LB\n\
         | Tel: 0151 934 3366 (+441519343366) [team@example.org](Url mailto:team@example.org)\
         [team.example.org](Url https://team.example.org)\n\
         note stale: These details are as published in 2019. They have not been checked since.\n",
    );
}

#[test]
fn contacts_say_how_fresh_they_are() {
    check_contacts(
        "",
        "note stale: These details are as published in 2019. They have not been checked since.\n",
    );
    check_contacts("verified_on = 2026-01-10\n", "");
    check_contacts("verified_on = 2026-01-10\nreview_by = \"2026-11\"\n", "");
    check_contacts("verified_on = 2026-01-10\nreview_by = 2026-11-23\n", "");
    check_contacts(
        "verified_on = 2025-01-10\nreview_by = \"2026-01\"\n",
        "note stale: These details were to be checked by January 2026. That has not been done.\n",
    );
}

#[test]
fn cards_that_follow_each_other_are_one_list() {
    check(
        "::contacts{body=\"team\"}\n\n::contacts{body=\"board\"}",
        "contacts #team Business Team\ncontacts #board Example Safeguarding Board\n",
    );
}

#[test]
fn links_to_documents() {
    check(
        "[a](document:report) and [b](document:leaflet) and [c](document:plan).",
        "p [a](File documents/report.pdf; PDF, 1.2 MB, 48 pages) and \
         [b](Url https://example.org/leaflet; from Example Partnership) and c. (absent)\n\
         note missing: Ask the [Business Team](Page /contact/#team) for what is marked so.\n",
    );
}

#[test]
fn a_document_says_whose_it_is_and_on_what_terms() {
    let documents = "[[document]]\nslug = \"report\"\ntitle = \"Report 2018\"\ntype = \"report\"\n\
                     owner = \"board\"\nfile = \"report.pdf\"\npages = 48\n\
                     rights_holder = \"Example Trust\"\nlicence = \"CC BY 4.0\"\n";
    check_with(
        &[("records/documents.toml", documents)],
        "[a](document:report)",
        "p [a](File documents/report.pdf; PDF, 1.2 MB, 48 pages; rights: Example Trust; licence: CC BY 4.0)\n",
    );
}

#[test]
fn other_forms_of_a_document_stand_below_it_once() {
    let plan = |more: &str| {
        format!(
            "[[document]]\nslug = \"plan\"\ntitle = \"Plan\"\ntype = \"plan\"\nowner = \"board\"\n\
             alternatives = [\"easy\"]\n\
             [[document]]\nslug = \"easy\"\ntitle = \"Plan, easy read\"\ntype = \"plan\"\n\
             owner = \"board\"\nfile = \"report.pdf\"\n{more}"
        )
    };
    let easy = "document #easy Plan, easy read: documents/report.pdf, PDF, 1.2 MB, 48 pages\n";
    let check = |more: &str, text: &str, expected: &str| {
        check_with(&[("records/documents.toml", &plan(more))], text, expected);
    };
    let whole = format!("document #plan Plan: ask Business Team\n{easy}");
    check("", "::document{slug=\"plan\"}", &whole);
    check(
        "",
        "::document{slug=\"plan\"}\n\n::document{slug=\"easy\"}",
        &whole,
    );
    check("", "::documents{}", &whole);
    let other = "[[document]]\nslug = \"large\"\ntitle = \"Plan, large print\"\ntype = \"plan\"\n\
                 owner = \"board\"\nalternatives = [\"easy\"]\n";
    check(
        other,
        "::document{slug=\"plan\"}\n\n::document{slug=\"large\"}",
        &format!("{whole}document #large Plan, large print: ask Business Team\n"),
    );
}

#[test]
fn a_missing_document_is_marked_where_it_is_named_and_whom_to_ask_is_said_once() {
    check(
        "- a\n- [b](document:plan)\n\n[c](document:plan)",
        "ul\n  - p a\n  - p b (absent)\np c (absent)\n\
         note missing: Ask the [Business Team](Page /contact/#team) for what is marked so.\n",
    );
}

#[test]
fn on_the_contact_page_the_card_is_a_place_on_the_same_page() {
    let contact = example::page("[a](document:plan)\n\n::contacts{body=\"team\"}");
    let site = example::site(&[("contact.md", &contact)]);
    assert_eq!(
        outline(&site.view(&path("/contact/")).unwrap().blocks),
        "p a (absent)\ncontacts #team Business Team\n\
         note missing: Ask the [Business Team](Page #team) for what is marked so.\n",
    );
}

#[test]
fn lists_of_documents() {
    check(
        "::documents{}",
        "document #plan Plan 2018-20: ask Business Team\n\
         document #report Report 2018: documents/report.pdf, PDF, 1.2 MB, 48 pages\n\
         document #leaflet Leaflet: https://example.org/leaflet at Example Partnership\n",
    );
    check(
        "::documents{state=\"missing\"}",
        "document #plan Plan 2018-20: ask Business Team\n",
    );
}

fn review(status: &str, date: &str, document: &str) -> String {
    format!(
        "+++\ntitle = \"Review (Alex)\"\nkind = \"serious-case-review\"\npseudonyms = [\"Alex\"]\n\
         date = \"{date}\"\nstatus = \"{status}\"\n\
         attachments = [{{ role = \"report\", document = \"{document}\" }}]\n+++\n\n\
         See [it](document:{document}).\n"
    )
}

#[test]
fn reviews_stand_newest_first() {
    let (old, new) = (
        review("live", "2018-07", "report"),
        review("archived", "2019-04", "report"),
    );
    check_with(
        &[("reviews/old.md", &old), ("reviews/new.md", &new)],
        "::reviews{}",
        "review #new April 2019 (2019-04) Review (Alex)\n  p See [it](File documents/report.pdf; \
         PDF, 1.2 MB, 48 pages).\n\
         review #old July 2018 (2018-07) Review (Alex)\n  p See [it](File documents/report.pdf; \
         PDF, 1.2 MB, 48 pages).\n",
    );
    check_with(
        &[("reviews/old.md", &old), ("reviews/new.md", &new)],
        "::reviews{latest=\"1\"}",
        "review #new April 2019 (2019-04) Review (Alex)\n  p See [it](File documents/report.pdf; \
         PDF, 1.2 MB, 48 pages).\n",
    );
}

#[test]
fn a_withdrawn_review_keeps_its_date_alone() {
    let gone = review("withdrawn", "2019-04", "report");
    check_with(
        &[("reviews/alex.md", &gone)],
        "::reviews{}\n\n::documents{state=\"here\"}\n\n[The report](document:report)",
        "review #withdrawn-2019-04 April 2019 (2019-04) Withdrawn review\n  p This review has been \
         withdrawn and is no longer published here.\np None.\np The report\n",
    );
    let site = example::site(&[("reviews/alex.md", &gone)]);
    assert_eq!(site.files().count(), 0, "its report must not be published");
}

#[test]
fn documents_that_the_text_of_a_review_does_not_name_stand_below_it() {
    let file = review("live", "2018-07", "report").replace(
        "attachments = [",
        "attachments = [{ role = \"executive-summary\", document = \"leaflet\" }, \
         { role = \"briefing\", document = \"plan\" }, ",
    );
    check_with(
        &[("reviews/old.md", &file)],
        "::reviews{}",
        "review #old July 2018 (2018-07) Review (Alex)\n  \
           p See [it](File documents/report.pdf; PDF, 1.2 MB, 48 pages).\n  \
           ul\n    \
             - p Executive summary: [Leaflet](Url https://example.org/leaflet; from Example \
               Partnership)\n    \
             - p Briefing: Plan 2018-20 (absent)\n\
         note missing: Ask the [Business Team](Page /contact/#team) for what is marked so.\n",
    );
}

#[test]
fn reviews_must_stay_for_a_year() {
    let stay = |date| {
        let file = review("live", date, "report");
        let site = example::site(&[("reviews/alex.md", &file)]);
        site.records.reviews[0].must_stay_until().to_string()
    };
    assert_eq!(stay("2019-02"), "2020-02-29");
    assert_eq!(stay("2018-07-31"), "2019-07-31");
}

#[test]
fn slips_are_noted_and_the_published_words_stay() {
    let slip = "[[correction]]\nslug = \"threads\"\npage = \"/page/\"\n\
                published = \"emerging  threads\"\ncorrected = \"emerging threats\"\n\
                why = \"A slip of one letter.\"\n";
    check_with(
        &[("records/corrections.toml", slip)],
        "There are emerging *threads*.",
        "p There are emerging *threads*.\n\
         fold Slips in the published words\n  \
         p This page keeps the words that were published, slips included.\n  \
         ul\n    - p “emerging threads” should read “emerging threats”.\n",
    );
    check_with(
        &[("records/corrections.toml", slip)],
        "There are emerging *threads*.\n\n::corrections{}",
        "p There are emerging *threads*.\n\
         define #threads “emerging threads”: Should read “emerging threats”. A slip of one letter. \
         On [A page](Page /page/).\n",
    );
}

#[test]
fn lists_of_facts() {
    let terms = "[[term]]\nslug = \"scr\"\nacronym = \"SCR\"\nmeaning = \"Serious Case Review\"\n\
                 [[term]]\nslug = \"area\"\nmeaning = \"Area\"\nsynonyms = [\"borough\"]\n";
    let milestones = "[[milestone]]\nslug = \"live\"\ndate = \"2019-07-01\"\nlabel = \"It went live.\"\n\
                      page = \"/about/\"\nduty = \"By 29 September.\"\n\
                      [[milestone]]\nslug = \"formed\"\ndate = \"2011-04\"\nlabel = \"It began.\"\n";
    let images =
        "[[image]]\nslug = \"map\"\npage = \"/about/\"\npublished_alt = \"Image result\"\n";
    check_with(
        &[
            ("records/terms.toml", terms),
            ("records/milestones.toml", milestones),
            ("records/images.toml", images),
        ],
        "::terms{}\n\n::milestones{}\n\n::pictures{}\n\n::picture{slug=\"map\"}",
        "define #area Area: Also: borough.\n\
         define #scr SCR: Serious Case Review\n\
         define #formed April 2011 (2011-04): It began.\n\
         define #live 1 July 2019 (2019-07-01): [It went live.](Page /about/) By 29 September.\n\
         define #map Image result: Stood on [About](Page /about/). The picture is not in this copy \
         of the site.\n\
         note missing: A picture that was published here is not available in this copy of the \
         site.\n",
    );
}

#[test]
fn a_picture_stands_with_its_words_or_with_a_drawing_in_its_place() {
    let drawn = |more: &str| {
        let image =
            "[[image]]\nslug = \"map\"\npage = \"/about/\"\npublished_alt = \"Image result\"\n";
        let images = format!("{image}{more}width = 480\nheight = 160\n");
        let page = example::page("::picture{slug=\"map\"}");
        let files = [("records/images.toml", images.as_str()), ("page.md", &page)];
        let site = example::site(&files);
        outline(&site.view(&path("/page/")).unwrap().blocks)
    };
    assert_eq!(
        drawn("file = \"map.svg\"\nalt = \"A map\"\nlicence = \"OGL\"\ncredit = \"Ann Lee\"\n"),
        "picture images/map.svg 480x160 [A map] Picture: Ann Lee. Licence: OGL.\n"
    );
    assert_eq!(
        drawn("stand_in = \"map.svg\"\n"),
        "picture images/map.svg 480x160 []\n  A picture that was published here is not available \
         in this copy of the site. The drawing is not the board’s.\n"
    );
}

#[test]
fn anchors_are_unique_and_records_keep_theirs() {
    check(
        "## Team\n\n## Team\n\n## Plain {#team-2}\n\n## 日本\n\n::contacts{body=\"team\"}",
        "h2#team-3 Team\nh2#team-4 Team\nh2#team-2 Plain\nh2#section 日本\n\
         contacts #team Business Team\n",
    );
}

fn names(links: &[Link]) -> Vec<&str> {
    links.iter().map(|link| link.text.as_str()).collect()
}

/// `/about/` with three pages below it, one of them by its `parent`.
fn section() -> Site {
    let page = |title: &str, fields: &str| {
        format!("+++\ntitle = \"{title}\"\nsummary = \"A page.\"\n{fields}\n+++\n\nText.\n")
    };
    example::site(&[
        ("about/chair.md", &page("Chair", "order = 1")),
        ("about/aims.md", &page("Aims", "order = 3")),
        ("about/aims/first.md", &page("First aim", "")),
        (
            "guest.md",
            &page("Guest", "order = 2\nparent = \"/about/\""),
        ),
    ])
}

#[test]
fn a_menu_is_the_section_and_not_the_tree() {
    let site = section();
    for page in ["/about/", "/about/chair/", "/about/aims/first/", "/guest/"] {
        assert_eq!(site.view(&path(page)).unwrap().menu, "/about/", "{page}");
        let menu = site.menu(&path(page)).unwrap();
        assert_eq!(names(&menu.pages), ["About", "Chair", "Guest", "Aims"]);
    }
    for page in ["/", "/contact/"] {
        assert_eq!(site.view(&path(page)).unwrap().menu, "", "{page}");
        assert_eq!(site.menu(&path(page)), None);
    }
}

#[test]
fn breadcrumbs_lead_back_to_the_first_page() {
    let site = section();
    let trail = |page| site.view(&path(page)).unwrap().breadcrumb;
    assert_eq!(
        names(&trail("/about/aims/first/")),
        ["Home", "About", "Aims"]
    );
    assert_eq!(names(&trail("/guest/")), ["Home", "About"]);
    assert_eq!(names(&trail("/")), [""; 0]);
}

#[test]
fn menus_have_short_names_and_say_what_language_they_are_in() {
    let page = "+++\ntitle = \"O nas: kim jesteśmy\"\nmenu_title = \"O nas\"\nlanguage = \"pl\"\n\
                summary = \"Kim jesteśmy.\"\n+++\n";
    let below = example::page("::pages{of=\"/about/\"}");
    let site = example::site(&[("about/o-nas.md", page), ("page.md", &below)]);
    let menu = site.menu(&path("/about/")).unwrap();
    assert_eq!(names(&menu.pages), ["About", "O nas"]);
    let languages: Vec<_> = menu.pages.iter().map(|link| &*link.language).collect();
    assert_eq!(languages, ["", "pl"]);
    // Lists of pages have the whole title.
    let [Block::Cards(cards)] = &site.view(&path("/page/")).unwrap().blocks[..] else {
        panic!("cards");
    };
    assert_eq!(cards[0].title, "O nas: kim jesteśmy");
    assert_eq!(cards[0].language, "pl");
}

#[test]
fn cards_of_pages() {
    let below = example::page("::pages{of=\"/about/\"}\n\n::sections{}");
    let site = example::site(&[
        ("about/chair.md", &example::page("Text.")),
        ("page.md", &below),
    ]);
    assert_eq!(
        outline(&site.view(&path("/page/")).unwrap().blocks),
        "card A page (Page /about/chair/): A page of an example.\n\
         card About (Page /about/): What it does.\ncard Contact (Page /contact/): Whom to ask.\n",
    );
}

#[test]
fn pages_of_several_headings_list_them() {
    let contents = |text: &str| {
        let page = example::page(text);
        let site = example::site(&[("page.md", &page)]);
        site.view(&path("/page/")).unwrap().contents
    };
    assert_eq!(names(&contents("## A\n\n### B\n")), [""; 0]);
    assert_eq!(names(&contents("## A\n\n## B\n\n### C\n")), ["A", "B"]);
    assert_eq!(
        names(&contents("## A *b*\n\n### C\n\n## D\n\n## E\n\n## F\n")),
        ["A b", "D", "E", "F"]
    );
}

#[test]
fn old_addresses_lead_to_the_page() {
    // The page's own path is an alias too: it leads nowhere as it stands.
    let about = "+++\ntitle = \"About\"\nsummary = \"A.\"\naliases = [\"us\", \"about\"]\n+++\n";
    let redirects = example::site(&[("about.md", about)]).redirects();
    let redirects: Vec<(&str, &str)> = redirects
        .iter()
        .map(|redirect| (redirect.from.as_str(), redirect.to.as_str()))
        .collect();
    assert_eq!(
        redirects,
        [
            ("about/print", "/about/"),
            ("lscb/about", "/about/"),
            ("lscb/about/print", "/about/"),
            ("lscb/us", "/about/"),
            ("lscb/us/print", "/about/"),
            ("us", "/about/"),
            ("us/print", "/about/"),
        ]
    );
}

#[test]
fn the_boards_own_number_stands_right_after_the_emergency_number() {
    let settings = "title = \"A\"\nshort_title = \"A\"\nlanguage = \"en-GB\"\nboard = \"board\"\n\
                    ask = \"team\"\nas_at = 2019\nas_at_text = \"As at 2019.\"\nnavigation = []\n\
                    [[help]]\ntext = \"In danger\"\nnumber = \"999\"\n\
                    [[help]]\ntext = \"Childline\"\nnumber = \"0800 1111\"\n\
                    [own_number]\ntext = \"Worried\"\nnumber = \"0151 934 3366\"\n\
                    verified_on = 2026-11-01\n";
    let shell = example::site(&[("site.toml", settings)]).shell();
    let texts: Vec<&str> = shell.help.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["In danger", "Worried", "Childline"]);
}

#[test]
fn the_shell_has_the_help_lines_and_the_sections() {
    let shell = example::site(&[]).shell();
    assert_eq!(names(&shell.navigation), ["About", "Contact"]);
    let dialled: Vec<&str> = shell
        .help
        .iter()
        .map(|line| line.phone.dial.as_str())
        .collect();
    assert_eq!(dialled, ["999", "+448001111"]);
    assert_eq!(shell.as_at, "This site describes arrangements as at 2019.");
    assert_eq!(shell.as_at_more, "They have been replaced.");
}

#[test]
fn lists_of_nothing_say_so() {
    for directive in [
        "::reviews{}",
        "::milestones{}",
        "::corrections{}",
        "::pictures{}",
        "::pages{of=\"/page/\"}",
    ] {
        check(directive, "p None.\n");
    }
}
